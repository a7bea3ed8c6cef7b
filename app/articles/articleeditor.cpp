// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articles/articleeditor.h"

#include "articles/articlefields.h"
#include "articles/ownarticles.h"
#include "details/explanationpage.h"
#include "details/readingtext.h"
#include "looks/badge.h"
#include "looks/fonts.h"
#include "looks/spacing.h"
#include "reports/words.h"
#include "session/person.h"
#include "tables/tabulartime.h"

#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace evident {

namespace {

using namespace std::chrono_literals;

constexpr auto TypingPause = 250ms;
constexpr QSize FirstSize(1000, 700);

/// The file's own id shape: lower-case letters, digits and dashes, in folders.
const QRegularExpression &idShape()
{
    static const QRegularExpression shape(QStringLiteral("^[a-z0-9-]+(/[a-z0-9-]+)*$"));
    return shape;
}

} // namespace

ArticleEditor::ArticleEditor(Session &session, OwnArticles &articles, ArticleDraft draft, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_articles(articles)
    , m_draft(std::move(draft))
    , m_fields(new ArticleFields(m_draft))
    , m_badge(new Badge)
    , m_title(new QLabel)
    , m_preview(new ReadingText)
    , m_found(new QLabel)
    , m_folder(new QComboBox)
    , m_name(new QLineEdit(m_draft.id))
    , m_save(new QPushButton(tr("&Save Article")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Explain %1, event %2").arg(m_draft.event.provider).arg(m_draft.event.id));
    m_draft.author = tr("Written by %1 on %2").arg(loginName(), QDate::currentDate().toString(Qt::ISODate));
    auto *across = new QSplitter;
    across->setChildrenCollapsible(false);
    across->addWidget(m_fields);
    across->addWidget(makePreview());
    across->setSizes({FirstSize.width() / 2, FirstSize.width() / 2});
    auto *column = new QVBoxLayout(this);
    column->addWidget(across, 1);
    column->addWidget(makeFoot());
    resize(FirstSize);
    m_soon.setSingleShot(true);
    m_soon.setInterval(TypingPause);
    connect(&m_soon, &QTimer::timeout, this, &ArticleEditor::look);
    connect(m_fields, &ArticleFields::changed, this, [this] {
        m_isChanged = true;
        m_soon.start();
    });
    connect(&session, &Session::articleTried, this, &ArticleEditor::showTrial);
    connect(&session, &Session::knowledgeChanged, this, [this] { m_soon.start(); });
    look();
    m_isChanged = false;
}

QWidget *ArticleEditor::makePreview()
{
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(spacing::Wide, spacing::Wide, spacing::Wide, spacing::Wide);
    column->setSpacing(spacing::Normal);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(headingFont(font()));
    m_preview->setAccessibleName(tr("Preview"));
    column->addWidget(m_badge, 0, Qt::AlignLeft);
    column->addWidget(m_title);
    column->addWidget(m_preview);
    column->addStretch();
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Preview"));
    area->setWidget(content);
    return area;
}

QWidget *ArticleEditor::makeFoot()
{
    auto *foot = new QWidget;
    auto *form = new QFormLayout(foot);
    form->setContentsMargins(0, 0, 0, 0);
    m_found->setWordWrap(true);
    m_found->setTextFormat(Qt::PlainText);
    form->addRow(m_found);
    fillFolders();
    connect(m_folder, &QComboBox::activated, this, [this](int at) {
        if (m_folder->itemData(at).toString().isEmpty())
            chooseFolder();
    });
    form->addRow(tr("&Keep it in"), m_folder);
    m_name->setValidator(new QRegularExpressionValidator(idShape(), m_name));
    auto *line = new QHBoxLayout;
    line->addWidget(m_name, 1);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_save->setAutoDefault(false);
    line->addWidget(cancel);
    line->addWidget(m_save);
    auto *label = new QLabel(tr("&Name"));
    label->setBuddy(m_name);
    form->addRow(label, line);
    connect(cancel, &QPushButton::clicked, this, &ArticleEditor::reject);
    connect(m_save, &QPushButton::clicked, this, &ArticleEditor::save);
    return foot;
}

void ArticleEditor::fillFolders()
{
    m_folder->clear();
    const QString own = OwnArticles::ownFolder();
    for (const QString &folder : m_articles.folders()) {
        const QString shown = QDir::toNativeSeparators(folder);
        m_folder->addItem(folder == own ? tr("My articles (%1)").arg(shown) : tr("Team: %1").arg(shown), folder);
    }
    m_folder->addItem(tr("Another folder of a team…"));
}

void ArticleEditor::setFolder(const QString &folder)
{
    if (!m_articles.folders().contains(folder))
        emit teamFolderWanted(folder);
    fillFolders();
    m_folder->setCurrentIndex(std::max(0, m_folder->findData(folder)));
}

void ArticleEditor::chooseFolder()
{
    m_folder->setCurrentIndex(0);
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of a Team's Articles"), QDir::homePath());
    if (!folder.isEmpty())
        setFolder(folder);
}

void ArticleEditor::look()
{
    m_fields->fill(m_draft);
    m_draft.id = m_name->text();
    const CheckedDraft checked = checkedDraft(m_draft);
    std::vector<DraftFault> said = checked.faults;
    std::erase_if(said, &DraftFault::isMissing); // nobody has to be told what he has not come to yet
    m_fields->showFaults(said);
    // What is missing or wrong is said beside it; the rest is shown as it will be.
    ArticleDraft shown = m_draft;
    for (const DraftFault &fault : checked.faults) {
        if (fault.field)
            shown.texts[std::to_underlying(*fault.field)] = QStringLiteral("…");
    }
    showPreview(shown);
    // What it finds does not depend on the prose.
    ArticleDraft probe = m_draft;
    for (QString &text : probe.texts)
        text = QStringLiteral("…");
    if (const auto found = checkedDraft(probe).article)
        m_session.tryArticle(std::make_shared<const Article>(*found));
}

void ArticleEditor::showPreview(const ArticleDraft &draft)
{
    const auto checked = checkedDraft(draft);
    if (!checked.article)
        return;
    Shelf shelf;
    shelf.add(std::make_shared<const Article>(*checked.article));
    const Explanation explanation = explainBy(Matcher(shelf), ArticleNumber{}, draft.event);
    m_badge->setLook(BadgeLook::of(explanation.verdict));
    m_title->setText(explanation.title);
    m_preview->showMarkdown(pageMarkdown(explanation));
}

void ArticleEditor::showTrial(const ArticleTrial &trial)
{
    if (trial.matched == 0) {
        m_found->setText(tr("It speaks of none of the %1 events that are open.").arg(countText(trial.looked)));
        return;
    }
    QStringList samples;
    for (const RowId row : trial.samples) {
        const auto [batch, index] = m_session.store().at(row);
        const Event head = rowHead(*batch, index, m_session.names());
        samples.append(
            QStringLiteral("%1 (%2)").arg(head.computer, TabularTime(QTimeZone::systemTimeZone()).text(head.time)));
    }
    m_found->setText(tr("It speaks of %1 of the %2 events that are open, such as those of %3.")
            .arg(countText(trial.matched), countText(trial.looked), samples.join(QStringLiteral(", "))));
}

void ArticleEditor::save()
{
    m_soon.stop();
    look();
    const CheckedDraft checked = checkedDraft(m_draft);
    m_fields->showFaults(checked.faults);
    if (!checked.article) {
        const auto first =
            std::ranges::find_if(checked.faults, [](const DraftFault &fault) { return fault.field.has_value(); });
        if (first != checked.faults.end())
            m_fields->editor(*first->field).setFocus();
        return;
    }
    const QString folder = m_folder->currentData().toString();
    const QString path = OwnArticles::fileFor(m_draft, folder);
    if (QFileInfo::exists(path)
        && QMessageBox::question(this, tr("Replace Article"),
               tr("There is an article of this name: %1. Put this one in its place?")
                   .arg(QDir::toNativeSeparators(path)))
            != QMessageBox::Yes)
        return;
    const auto written = m_articles.save(m_draft, folder);
    if (!written) {
        emit trouble(written.error());
        return;
    }
    emit saved(*written);
    accept();
}

void ArticleEditor::reject()
{
    if (m_isChanged
        && QMessageBox::question(this, tr("Discard Article"), tr("What you wrote is not saved. Close all the same?"))
            != QMessageBox::Yes)
        return;
    QDialog::reject();
}

} // namespace evident
