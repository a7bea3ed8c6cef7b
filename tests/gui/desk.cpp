// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/desk.h"

#include "events/eventspane.h"
#include "notices/noticebar.h"
#include "welcome/droparea.h"
#include "welcome/dropoverlay.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <tuple>
#include <utility>

using namespace evident;

namespace {

constexpr int LongestWait = 20'000; // ms, for a busy machine

Shelf packedShelf(const QString &language)
{
    auto shelf = Shelf::openPacked(QStringLiteral(EVIDENT_BINARY_DIR "/bin/articles.pack"), language);
    return shelf ? std::move(*shelf) : Shelf();
}

/// What the open logs hold, carved events apart.
int recordsRead(const Session &session)
{
    std::uint64_t records = 0;
    for (const OpenLog &log : session.logs())
        records += log.info.records;
    return static_cast<int>(records);
}

} // namespace

Desk::Desk(const QString &language, QSize size, const QString &remoteProgram)
    : m_language(language)
    , m_shelf(packedShelf(m_language.code()))
{
    m_session = std::make_unique<Session>(m_shelf, nullptr, remoteProgram);
    m_settings = std::make_unique<QSettings>(scratch(QStringLiteral("window.ini")), QSettings::IniFormat);
    m_window = std::make_unique<MainWindow>(*m_session, *m_settings);
    m_window->resize(size);
    m_window->show();
    if (!QTest::qWaitForWindowExposed(m_window.get()))
        qFatal("the window was not shown");
    m_window->activateWindow();
}

Desk::~Desk()
{
    m_window.reset();
    m_session.reset();
}

QString Desk::demo(const QString &name)
{
    return QStringLiteral(EVIDENT_BINARY_DIR "/demo/") + name;
}

QString Desk::scratch(const QString &name) const
{
    return m_folder.filePath(name);
}

QString Desk::dragOver(const QStringList &paths)
{
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    m_dragged = std::make_unique<QMimeData>();
    m_dragged->setUrls(urls);
    QWidget *under = m_window->centralWidget();
    const QPoint middle = under->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, m_dragged.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(under, &enter);
    const auto &overlay = part<DropArea>().overlay();
    return enter.isAccepted() && overlay.isVisible() ? overlay.sentence() : QString();
}

void Desk::dragAway()
{
    QDragLeaveEvent leave;
    QApplication::sendEvent(m_window.get(), &leave);
}

void Desk::drop(const QStringList &paths)
{
    if (dragOver(paths).isEmpty())
        return;
    QWidget *under = m_window->centralWidget();
    const QPoint middle = under->rect().center();
    QDragMoveEvent move(middle, Qt::CopyAction, m_dragged.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(under, &move);
    QDropEvent drop(middle, Qt::CopyAction, m_dragged.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(under, &drop);
}

bool Desk::waitUntilRead()
{
    if (!QTest::qWaitFor([this] { return !m_session->isLoading() && !m_session->logs().empty(); }, LongestWait))
        return false;
    auto &pane = part<EventsPane>();
    const bool all = QTest::qWaitFor(
        [&] { return pane.filter().isNarrowed() || pane.shownRows() == recordsRead(*m_session); }, LongestWait);
    return all && QTest::qWaitFor([this] { return !m_session->findings().empty(); }, LongestWait);
}

bool Desk::waitForCheck()
{
    QSignalSpy done(m_session.get(), &Session::checkDone);
    return done.wait(LongestWait);
}

int Desk::rowWith(const QString &source, const QString &words)
{
    const EventTable &table = part<EventsPane>().table();
    for (int row = 0; row < table.rowCount(); ++row) {
        const auto cell = [&](EventColumn column) {
            return table.index(row, std::to_underlying(column)).data().toString();
        };
        if (cell(EventColumn::Source).contains(source) && cell(EventColumn::Description).contains(words))
            return row;
    }
    return -1;
}

int Desk::rowWithoutArticle()
{
    const EventTable &table = part<EventsPane>().table();
    for (int row = 0; row < table.rowCount(); ++row) {
        if (!table.index(row, 0).data(std::to_underlying(EventRole::Verdict)).isValid())
            return row;
    }
    return -1;
}

QString Desk::saveAs(Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &path)
{
    QString title;
    QTimer answers; // the dialog is modal: keyClick() comes back when it is closed
    QObject::connect(&answers, &QTimer::timeout, m_window.get(), [&title, &path] {
        QWidget *const open = QApplication::activeModalWidget();
        if (auto *question = qobject_cast<QMessageBox *>(open)) {
            QTest::mouseClick(question->button(QMessageBox::Yes), Qt::LeftButton);
        } else if (auto *dialog = qobject_cast<QFileDialog *>(open); dialog && title.isEmpty()) {
            title = dialog->windowTitle();
            auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
            name->setText(path);
            // Not from within this timer's call: the question that may follow must be seen by the next one.
            QTimer::singleShot(0, name, [name] { QTest::keyClick(name, Qt::Key_Return); });
        }
    });
    answers.start(20);
    m_window->activateWindow(); // a dialog may just have been closed
    std::ignore = QTest::qWaitForWindowActive(m_window.get());
    QTest::keyClick(m_window.get(), key, modifiers);
    return title;
}

QString Desk::noticeTexts() const
{
    QStringList texts;
    for (const Notice &notice : part<NoticeBar>().notices())
        texts.append(notice.text);
    return texts.join(u'\n');
}

void Desk::clickRow(int row)
{
    EventsView &view = part<EventsPane>().view();
    const QModelIndex index = view.model()->index(row, std::to_underlying(EventColumn::Source));
    view.scrollTo(index);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, view.visualRect(index).center());
}

void Desk::click(QWidget &widget)
{
    QTest::mouseClick(&widget, Qt::LeftButton, Qt::NoModifier, QPoint(widget.width() / 4, widget.height() / 2));
}
