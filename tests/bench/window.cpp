// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-window FILE: the real window while it loads, sorts, filters and scrolls a log. Prints one line of JSON: for each
// phase how long the GUI thread was busy with single events (its own CPU time: 99th percentile and longest, in
// milliseconds) and how long the phase took, and after how many milliseconds the first rows were painted.

#include "events/eventspane.h"
#include "mainwindow.h"
#include "session/session.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

double threadMilliseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Notes how much CPU time every event took that the event loop handed out; events sent meanwhile belong to it.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const int type = event->type();
        const QByteArray name = receiver->metaObject()->className();
        ++m_depth;
        const double before = threadMilliseconds();
        const bool done = QApplication::notify(receiver, event);
        const double spent = threadMilliseconds() - before;
        --m_depth;
        m_spent.push_back(spent);
        if (spent > m_longest) {
            m_longest = spent;
            m_longestName = name + ' ' + QByteArray::number(type);
        }
        return done;
    }

    /// An event loop that is run by an event counts for nothing itself.
    [[nodiscard]] QJsonObject take()
    {
        std::ranges::sort(m_spent);
        const auto at = [this](double share) {
            return m_spent.empty() ? 0
                                   : m_spent[static_cast<std::size_t>(share * static_cast<double>(m_spent.size() - 1))];
        };
        const QJsonObject told{{u"events"_s, static_cast<qint64>(m_spent.size())}, {u"p99"_s, at(0.99)},
            {u"longest"_s, at(1)}, {u"in"_s, QString::fromLatin1(m_longestName)}};
        m_spent.clear();
        m_longest = 0;
        return told;
    }

private:
    int m_depth = 0;
    std::vector<double> m_spent;
    double m_longest = 0;
    QByteArray m_longestName;
};

/// Tells when the table's first rows were painted.
class FirstPaint final : public QObject {
public:
    explicit FirstPaint(const EventsPane &pane)
        : m_pane(pane)
    {
        m_clock.start();
    }
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (m_after < 0 && event->type() == QEvent::Paint && m_pane.shownRows() > 0)
            m_after = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
        return false;
    }
    [[nodiscard]] double after() const { return m_after; }

private:
    const EventsPane &m_pane;
    QElapsedTimer m_clock;
    double m_after = -1;
};

class Bench {
public:
    Bench(TimedApplication &application, Session &session, MainWindow &window)
        : m_application(application)
        , m_session(session)
        , m_window(window)
        , m_pane(*window.findChild<EventsPane *>())
    {
    }

    QJsonObject run(const QString &path)
    {
        load(path);
        for (int column = 0; column < EventColumnCount; ++column) {
            if (static_cast<EventColumn>(column) != EventColumn::Description)
                query("sort", [&] { m_pane.view().horizontalHeader()->setSortIndicator(column, Qt::AscendingOrder); });
        }
        note("sort");
        query("filter", [&] { m_pane.filter().narrowToLevel(Level::Error); });
        query("filter", [&] { m_pane.filter().narrowToId(7000); });
        query("filter", [&] { m_pane.filter().clear(); });
        note("filter");
        scroll();
        return m_told;
    }

private:
    void load(const QString &path)
    {
        static_cast<void>(m_application.take());
        FirstPaint first(m_pane);
        m_pane.view().viewport()->installEventFilter(&first);
        m_phase.start();
        const auto whole = [this] {
            std::uint64_t records = 0;
            for (const OpenLog &log : m_session.logs())
                records += log.info.records;
            return !m_session.isLoading() && records > 0 && m_pane.shownRows() == static_cast<int>(records);
        };
        m_window.open({path});
        while (!whole())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        note("load");
        m_told.insert(u"rows"_s, m_pane.shownRows());
        m_told.insert(u"firstRows"_s, first.after());
    }

    template<typename Ask>
    void query(const char *, Ask ask)
    {
        QEventLoop loop;
        const auto done = QObject::connect(
            &m_session, &Session::queryDone, &loop, [&loop] { QTimer::singleShot(0, &loop, &QEventLoop::quit); });
        QTimer::singleShot(0, &m_window, ask); // as an event of its own, so that it is measured
        loop.exec();
        QObject::disconnect(done);
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
    }

    void scroll()
    {
        QScrollBar *bar = m_pane.view().verticalScrollBar();
        for (int step = 0; step < 200; ++step) {
            QTimer::singleShot(
                0, bar, [bar, step] { bar->setValue(static_cast<int>(qint64{bar->maximum()} * step / 199)); });
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents();
        }
        note("scroll");
    }

    void note(const char *phase)
    {
        QJsonObject told = m_application.take();
        told.insert(u"ms"_s, static_cast<double>(m_phase.nsecsElapsed()) / 1e6);
        m_told.insert(QString::fromLatin1(phase), told);
        m_phase.start();
    }

    TimedApplication &m_application;
    Session &m_session;
    MainWindow &m_window;
    EventsPane &m_pane;
    QElapsedTimer m_phase;
    QJsonObject m_told;
};

} // namespace

int main(int count, char **values)
{
    TimedApplication application(count, values);
    const QStringList arguments = QCoreApplication::arguments();
    const auto shelf = Shelf::openPacked(QStringLiteral(EVIDENT_BINARY_DIR "/bin/articles.pack"), u"en"_s);
    const QTemporaryDir folder;
    if (arguments.size() != 2 || !shelf || !folder.isValid()) {
        std::fputs("bench-window FILE\n", stderr);
        return 2;
    }
    Session session(*shelf);
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    MainWindow window(session, settings);
    window.resize(1920, 1000);
    window.show();
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    const QJsonObject told = Bench(application, session, window).run(arguments[1]);
    std::puts(QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return 0;
}
