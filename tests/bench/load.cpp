// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-load [--rows] FILE…: opens the logs in a Session, as the window does, and waits for the table: every row read,
// matched, and sorted by time. Prints one line of JSON: rows, milliseconds from opening to the first rows and to the
// whole table, and the private memory that came with it. --rows writes the table instead, newest event first, to be
// compared with what a slow reader says.

#include "bench/privatebytes.h"

#include "session/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace evident;

namespace {

struct Times {
    double first = 0;
    double all = 0;
};

/// Opens the logs and waits until the table stands.
class Loading : public QObject {
public:
    Loading(Session &session, const QStringList &paths)
        : m_session(session)
    {
        connect(&session, &Session::queryDone, this, [this](const std::shared_ptr<const EventOrder> &order) {
            m_order = order;
            if (m_times.first == 0 && !order->rows.empty())
                m_times.first = elapsed();
            finishIfDone();
        });
        connect(&session, &Session::loadingFinished, this, [this] { finishIfDone(); });
        m_clock.start();
        session.query({});
        for (const QString &path : paths)
            session.open(path);
    }

    [[nodiscard]] const Times &times() const { return m_times; }
    [[nodiscard]] const EventOrder &order() const { return *m_order; }

private:
    [[nodiscard]] double elapsed() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }
    void finishIfDone()
    {
        std::uint64_t carved = 0; // not in the table unless asked for
        for (const OpenLog &log : m_session.logs())
            carved += log.info.recovered;
        if (m_session.isLoading() || !m_order || m_order->rows.size() + carved != m_session.store().size())
            return;
        m_times.all = elapsed();
        QCoreApplication::exit(0);
    }

    Session &m_session;
    QElapsedTimer m_clock;
    Times m_times;
    std::shared_ptr<const EventOrder> m_order;
};

void writeRows(const Session &session, const EventOrder &order)
{
    for (const RowId row : order.rows) {
        const auto [batch, index] = session.store().at(row);
        const Event event = rowHead(*batch, index, session.names());
        std::printf("%s\t%llu\t%u\t%s\t%s\t%s\t%s\t%u\t%u\n", qUtf8Printable(event.time.toIso()),
            static_cast<unsigned long long>(batch->recordId[index]), unsigned{event.id}, qUtf8Printable(event.provider),
            qUtf8Printable(event.channel), qUtf8Printable(event.computer), qUtf8Printable(event.user), event.processId,
            event.threadId);
    }
}

} // namespace

int main(int count, char **values)
{
    QCoreApplication application(count, values);
    QStringList paths = QCoreApplication::arguments().mid(1);
    const bool wantsRows = paths.removeAll(QStringLiteral("--rows")) > 0;
    const auto shelf = Shelf::openPacked(QStringLiteral(EVIDENT_BINARY_DIR "/bin/articles.pack"), QStringLiteral("en"));
    if (paths.isEmpty() || !shelf) {
        std::fputs("bench-load [--rows] FILE…\n", stderr);
        return 2;
    }
    Session session(*shelf);
    const std::uint64_t before = privateBytes();
    const Loading loading(session, paths);
    QCoreApplication::exec();
    const std::uint64_t rows = session.store().size();
    if (wantsRows) {
        writeRows(session, loading.order());
        return 0;
    }
    std::printf("{\"rows\": %llu, \"ms\": %.3f, \"first\": %.3f, \"bytes\": %.2f}\n",
        static_cast<unsigned long long>(rows), loading.times().all, loading.times().first,
        static_cast<double>(privateBytes() - before) / static_cast<double>(std::max<std::uint64_t>(rows, 1)));
    return 0;
}
