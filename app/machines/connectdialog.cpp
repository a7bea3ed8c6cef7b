// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines/connectdialog.h"

#include "errortext.h"
#include "looks/icons.h"
#include "looks/spacing.h"
#include "machines/copyrate.h"
#include "machines/remoteopener.h"
#include "reports/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace evident {

namespace {

enum Column : std::uint8_t { NameColumn, SizeColumn, RecordsColumn, ChangedColumn, ColumnCount };
constexpr int LocationRole = Qt::UserRole;
constexpr int SizeRole = Qt::UserRole + 1;
constexpr QSize FirstSize(720, 560);
constexpr int NewestAtFirst = 5'000;

/// Sorts numbers as numbers.
class LogItem final : public QTreeWidgetItem {
public:
    using QTreeWidgetItem::QTreeWidgetItem;
    bool operator<(const QTreeWidgetItem &other) const override
    {
        const int column = treeWidget()->sortColumn();
        if (column == NameColumn)
            return text(column).compare(other.text(column), Qt::CaseInsensitive) < 0;
        return data(column, SizeRole).toULongLong() < other.data(column, SizeRole).toULongLong();
    }
};

void setNumber(QTreeWidgetItem &item, int column, std::uint64_t value, const QString &text)
{
    item.setData(column, SizeRole, static_cast<qulonglong>(value));
    item.setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    item.setText(column, text);
}

QTreeWidgetItem *itemOf(const RemoteLog &log)
{
    auto *item = new LogItem;
    const QLocale locale;
    item->setText(NameColumn, visible(log.name));
    item->setToolTip(NameColumn, visible(log.location));
    item->setData(NameColumn, LocationRole, log.location);
    item->setCheckState(NameColumn, Qt::Unchecked);
    if (log.size)
        setNumber(*item, SizeColumn, *log.size, locale.formattedDataSize(static_cast<qint64>(*log.size), 0));
    if (log.records)
        setNumber(*item, RecordsColumn, *log.records, countText(*log.records));
    if (log.changed) {
        constexpr std::uint64_t AMillisecond = 1'000'000;
        const auto time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(*log.changed / AMillisecond));
        setNumber(*item, ChangedColumn, *log.changed, locale.toString(time, QLocale::ShortFormat));
    }
    return item;
}

/// The location of no more than the wanted events of a log.
QString withWish(const QString &location, const NewestWish &wish)
{
    if (auto classic = ClassicLocation::from(location)) {
        classic->newest = wish.newest;
        classic->since = wish.since;
        return classic->text();
    }
    auto path = SmbPath::from(location);
    if (!path)
        return location;
    path->wish = wish;
    return path->text();
}

} // namespace

ConnectDialog::ConnectDialog(RemoteOpener &opener, QWidget *parent)
    : QDialog(parent)
    , m_opener(opener)
    , m_host(new QComboBox)
    , m_favourite(new QToolButton)
    , m_connect(new QPushButton(tr("&Connect")))
    , m_words(new QLabel)
    , m_busy(new QProgressBar)
    , m_filter(new QLineEdit)
    , m_logs(new QTreeWidget)
    , m_onlyPart(new QCheckBox(tr("O&nly")))
    , m_part(new QComboBox)
    , m_newest(new QSpinBox)
    , m_sum(new QLabel)
    , m_open(new QPushButton(tr("&Open Logs")))
{
    setObjectName(QStringLiteral("connect"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Connect to Computer"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(spacing::Normal);
    setUpHost(*column);
    setUpLogs(*column);
    setUpButtons(*column);
    fillHosts();
    hostTyped();
    choiceChanged();
    say(tr(
        "Its logs are only read: nothing on the computer is changed. Your Kerberos ticket is tried first; an account "
        "is asked for where that does not do."));
    resize(FirstSize);
    m_host->setFocus();
}

ConnectDialog::~ConnectDialog()
{
    m_opener.stopCounting();
}

void ConnectDialog::setUpHost(QVBoxLayout &column)
{
    m_host->setObjectName(QStringLiteral("host"));
    m_host->setEditable(true);
    m_host->setInsertPolicy(QComboBox::NoInsert);
    m_host->lineEdit()->setPlaceholderText(
        tr("Name or address, such as MAIL01 or 10.1.2.3; or smb://MAIL01/share/file.evtx"));
    m_favourite->setText(QStringLiteral("☆"));
    m_favourite->setCheckable(true);
    m_favourite->setToolTip(tr("Keep this computer on top of the list"));
    m_favourite->setAccessibleName(tr("Favourite"));
    m_connect->setObjectName(QStringLiteral("connectNow"));
    m_connect->setDefault(true);
    auto *label = new QLabel(tr("Com&puter:"));
    label->setBuddy(m_host);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_host, 1);
    row->addWidget(m_favourite);
    row->addWidget(m_connect);
    column.addLayout(row);
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column.addWidget(m_words);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setMaximumHeight(spacing::Normal);
    m_busy->hide();
    column.addWidget(m_busy);
    connect(m_host, &QComboBox::editTextChanged, this, &ConnectDialog::hostTyped);
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::connectToHost);
    connect(m_favourite, &QToolButton::clicked, this, [this](bool favourite) {
        m_opener.memory().setFavourite(m_host->currentText().trimmed(), favourite);
        hostTyped();
    });
}

void ConnectDialog::setUpLogs(QVBoxLayout &column)
{
    m_filter->setPlaceholderText(tr("Find a log by its name"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setEnabled(false);
    column.addWidget(m_filter);
    m_logs->setObjectName(QStringLiteral("logs"));
    m_logs->setAccessibleName(tr("Logs of the computer"));
    m_logs->setColumnCount(ColumnCount);
    m_logs->setHeaderLabels({tr("Log"), tr("Size"), tr("Events"), tr("Last Change")});
    for (const int shown : {SizeColumn, RecordsColumn, ChangedColumn})
        m_logs->headerItem()->setTextAlignment(shown, Qt::AlignRight | Qt::AlignVCenter); // as the numbers below
    m_logs->setRootIsDecorated(false);
    m_logs->setUniformRowHeights(true);
    m_logs->setEnabled(false);
    m_logs->header()->setStretchLastSection(false);
    m_logs->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    column.addWidget(m_logs, 1);
    setUpPart(column);
    connect(m_filter, &QLineEdit::textChanged, this, &ConnectDialog::filter);
    connect(m_logs, &QTreeWidget::itemChanged, this, [this](const QTreeWidgetItem *, int which) {
        if (which == NameColumn)
            choiceChanged();
    });
    connect(m_logs, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem *item) {
        item->setCheckState(NameColumn, Qt::Checked);
        accept();
    });
}

void ConnectDialog::setUpPart(QVBoxLayout &column)
{
    constexpr int ADay = 24;
    m_part->setObjectName(QStringLiteral("part"));
    m_part->setAccessibleName(tr("Which events"));
    m_part->addItem(tr("the newest"), 0); // or those of the last hours
    m_part->addItem(tr("the last hour"), 1);
    m_part->addItem(tr("the last 24 hours"), ADay);
    m_part->addItem(tr("the last 7 days"), 7 * ADay);
    m_part->addItem(tr("the last 30 days"), 30 * ADay);
    m_newest->setRange(1, 10'000'000);
    m_newest->setValue(NewestAtFirst);
    m_newest->setGroupSeparatorShown(true);
    m_newest->setSuffix(tr(" events"));
    m_newest->setAccessibleName(tr("How many events"));
    m_sum->setObjectName(QStringLiteral("sum"));
    auto *row = new QHBoxLayout;
    for (QWidget *part :
        {static_cast<QWidget *>(m_onlyPart), static_cast<QWidget *>(m_part), static_cast<QWidget *>(m_newest)})
        row->addWidget(part);
    row->addStretch();
    row->addWidget(m_sum);
    column.addLayout(row);
    connect(m_onlyPart, &QCheckBox::toggled, this, &ConnectDialog::choiceChanged);
    connect(m_part, &QComboBox::currentIndexChanged, this, &ConnectDialog::choiceChanged);
    connect(m_newest, &QSpinBox::valueChanged, this, &ConnectDialog::choiceChanged);
}

void ConnectDialog::setUpButtons(QVBoxLayout &column)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_open->setObjectName(QStringLiteral("open"));
    buttons->addButton(m_open, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column.addWidget(buttons);
}

void ConnectDialog::fillHosts()
{
    const QString typed = m_host->currentText();
    m_host->clear();
    const QStringList favourites = m_opener.memory().favourites();
    m_host->addItems(favourites);
    for (const QString &recent : m_opener.memory().recentComputers()) {
        if (!favourites.contains(recent, Qt::CaseInsensitive))
            m_host->addItem(recent);
    }
    m_host->setEditText(typed.isEmpty() && m_host->count() > 0 ? m_host->itemText(0) : typed);
}

void ConnectDialog::hostTyped()
{
    const QString host = m_host->currentText().trimmed();
    m_connect->setEnabled(!host.isEmpty() && m_busy->isHidden());
    const bool isFavourite = m_opener.memory().favourites().contains(host, Qt::CaseInsensitive);
    m_favourite->setEnabled(!host.isEmpty());
    m_favourite->setChecked(isFavourite);
    m_favourite->setText(isFavourite ? QStringLiteral("★") : QStringLiteral("☆"));
}

void ConnectDialog::connectToHost()
{
    const QString typed = m_host->currentText().trimmed();
    if (isRemoteLocation(typed)) {
        emit openWanted({typed});
        QDialog::accept();
        return;
    }
    const auto target = RemoteTarget::from(typed);
    m_opener.stopCounting();
    m_logs->clear();
    choiceChanged();
    if (!target) {
        say(tr("%1 is no computer's name or address.").arg(typed));
        return;
    }
    setWorking(true);
    say(tr("Connecting to %1…").arg(target->text()));
    m_opener.setAsker(this);
    m_opener.reach(*target, [self = QPointer(this), target = *target](const std::optional<Error> &error) {
        if (self)
            self->reached(target, error);
    });
}

void ConnectDialog::reached(const RemoteTarget &target, const std::optional<Error> &error)
{
    if (error) {
        setWorking(false);
        say(error->code == ErrorCode::Cancelled ? QString() : errorText(*error));
        return;
    }
    m_opener.memory().rememberComputer(target.text());
    say(tr("Asking %1 for its logs…").arg(target.text()));
    m_opener.list(target, [self = QPointer(this), target](const Result<RemoteLogs> &logs) {
        if (self)
            self->listed(target, logs);
    });
}

void ConnectDialog::listed(const RemoteTarget &target, const Result<RemoteLogs> &logs)
{
    setWorking(false);
    if (!logs) {
        say(errorText(logs.error()));
        return;
    }
    m_bytesPerSecond = logs->bytesPerSecond.value_or(0);
    m_eventsPerSecond = logs->recordsPerSecond.value_or(0);
    show(*logs);
    count(target, *logs);
    const QString name = logs->computer.isEmpty() ? target.text() : visible(logs->computer);
    if (logs->logs.empty())
        say(tr("%1 has no log that this account may read.").arg(name));
    else if (logs->way == LogWay::Files)
        say(tr("%1 lets its log files be copied: every log is here.").arg(name));
    else
        say(tr("The log files of %1 cannot be copied, so its classic logs are asked for by calls, newest events first.")
                .arg(name)
            + (logs->shareTrouble ? u'\n' + errorText(*logs->shareTrouble) : QString()));
}

void ConnectDialog::show(const RemoteLogs &logs)
{
    m_logs->setSortingEnabled(false);
    const QSize row(0, fontMetrics().height() + spacing::Normal);
    for (const RemoteLog &log : logs.logs) {
        QTreeWidgetItem *item = itemOf(log);
        item->setSizeHint(NameColumn, row);
        m_logs->addTopLevelItem(item);
    }
    for (const int column : {SizeColumn, RecordsColumn, ChangedColumn}) {
        int wanted = std::max(static_cast<QAbstractItemView *>(m_logs)->sizeHintForColumn(column),
            m_logs->header()->sectionSizeHint(column));
        if (column == RecordsColumn) // which are told one by one
            wanted = std::max(
                wanted, fontMetrics().horizontalAdvance(tr("about %1", "12,345 events").arg(countText(999'999))));
        m_logs->header()->resizeSection(column, wanted + 2 * spacing::Normal);
    }
    const bool byFiles = logs.way == LogWay::Files;
    m_logs->setColumnHidden(SizeColumn, !byFiles);
    m_logs->setColumnHidden(ChangedColumn, !byFiles);
    m_logs->setEnabled(true);
    m_filter->setEnabled(true);
    m_logs->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_logs->setSortingEnabled(true);
    filter();
    choiceChanged();
    if (m_logs->topLevelItemCount() > 0)
        m_logs->setCurrentItem(m_logs->topLevelItem(0));
    m_logs->setFocus();
}

/// Files tell at their heads how many events they hold.
void ConnectDialog::count(const RemoteTarget &target, const RemoteLogs &logs)
{
    if (logs.way != LogWay::Files)
        return;
    QStringList locations;
    for (const RemoteLog &log : logs.logs)
        locations.append(log.location);
    m_opener.count(target, locations, [self = QPointer(this)](const QString &location, const RecordCount &records) {
        if (self)
            self->counted(location, records);
    });
}

void ConnectDialog::counted(const QString &location, const RecordCount &records)
{
    const QString number = countText(records.count);
    for (int row = 0; row < m_logs->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_logs->topLevelItem(row);
        if (item->data(NameColumn, LocationRole).toString() != location)
            continue;
        setNumber(*item, RecordsColumn, records.count,
            records.isExact ? number : tr("about %1", "12,345 events").arg(number));
        break;
    }
}

void ConnectDialog::say(const QString &sentence)
{
    m_words->setText(sentence);
}

void ConnectDialog::setWorking(bool working)
{
    m_busy->setVisible(working);
    m_host->setEnabled(!working);
    m_logs->setEnabled(!working && m_logs->topLevelItemCount() > 0);
    hostTyped();
}

/// Hides what is not looked for; what was chosen stays in sight.
void ConnectDialog::filter()
{
    const QString wanted = m_filter->text().trimmed();
    for (int row = 0; row < m_logs->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_logs->topLevelItem(row);
        const bool fits = item->text(NameColumn).contains(wanted, Qt::CaseInsensitive);
        item->setHidden(!fits && item->checkState(NameColumn) == Qt::Unchecked);
    }
}

ConnectDialog::Sum ConnectDialog::sumOfChosen() const
{
    Sum sum;
    const NewestWish wanted = wish();
    for (int row = 0; row < m_logs->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_logs->topLevelItem(row);
        if (item->checkState(NameColumn) != Qt::Checked)
            continue;
        ++sum.logs;
        sum.bytes += item->data(SizeColumn, SizeRole).toULongLong();
        const std::uint64_t events = item->data(RecordsColumn, SizeRole).toULongLong();
        sum.events += wanted.newest != 0 ? std::min<std::uint64_t>(events, wanted.newest) : events;
    }
    return sum;
}

void ConnectDialog::choiceChanged()
{
    const Sum sum = sumOfChosen();
    const NewestWish wanted = wish();
    m_part->setEnabled(m_onlyPart->isChecked());
    m_newest->setEnabled(m_onlyPart->isChecked());
    m_newest->setVisible(m_part->currentData().toInt() == 0);
    m_open->setEnabled(sum.logs > 0);
    m_open->setDefault(sum.logs > 0);
    if (sum.logs == 0)
        m_sum->setText(m_logs->topLevelItemCount() > 0 ? tr("Check the logs to open.") : QString());
    else if (wanted.since)
        m_sum->setText(tr("%n log(s), what came since %1", nullptr, sum.logs)
                .arg(QLocale().toString(QDateTime::fromSecsSinceEpoch(*wanted.since), QLocale::ShortFormat)));
    else if (wanted.newest != 0 && sum.bytes > 0)
        m_sum->setText(tr("%n log(s), the newest events of each", nullptr, sum.logs));
    else
        m_sum->setText(sumText(sum));
}

NewestWish ConnectDialog::wish() const
{
    if (!m_onlyPart->isChecked())
        return {};
    constexpr qint64 AnHour = 3600;
    const int hours = m_part->currentData().toInt();
    if (hours == 0)
        return {.newest = static_cast<std::uint32_t>(m_newest->value())};
    return {.since = static_cast<std::uint32_t>(QDateTime::currentSecsSinceEpoch() - hours * AnHour)};
}

QString ConnectDialog::sumText(const Sum &sum) const
{
    const bool byFiles = sum.bytes > 0;
    QString size = byFiles ? tr("%n log(s), %1 to copy", nullptr, sum.logs)
                                 .arg(QLocale().formattedDataSize(static_cast<qint64>(sum.bytes), 0))
                           : tr("%n log(s), %1 events to ask for", nullptr, sum.logs).arg(countText(sum.events));
    const double rate = byFiles ? m_bytesPerSecond : m_eventsPerSecond;
    if (rate <= 0)
        return size;
    return tr("%1, %2", "3 logs, 12 MB to copy; about 40 seconds")
        .arg(size, aboutTime(static_cast<double>(byFiles ? sum.bytes : sum.events) / rate));
}

QStringList ConnectDialog::chosen() const
{
    QStringList locations;
    for (int row = 0; row < m_logs->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_logs->topLevelItem(row);
        if (item->checkState(NameColumn) != Qt::Checked)
            continue;
        locations.append(withWish(item->data(NameColumn, LocationRole).toString(), wish()));
    }
    return locations;
}

void ConnectDialog::accept()
{
    const QStringList locations = chosen();
    if (locations.isEmpty())
        return;
    emit openWanted(locations);
    QDialog::accept();
}

} // namespace evident
