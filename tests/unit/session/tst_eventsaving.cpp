// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/forgedstore.h"

#include "formats/openlog.h"
#include "session/session.h"
#include "sources/filesource.h"
#include "tables/eventlines.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace evident;
using namespace evident::test;
using namespace Qt::StringLiterals;

/// Chosen events of an open log as a file of their own.
class EventSavingTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void savesEveryForm_data();
    void savesEveryForm();
    void savesALogThatIsReadAgain();
    void tellsWhatCannotBeWritten();
    void cancelsWithoutAFile();
    void countsWhatCannotBeReadAnyMore();
    void goesAwayWhileSaving();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] SavingOrder order(EventFileForm form, const QString &name, RowIds rows) const;
    /// Waits for the answer; nothing when there was none.
    [[nodiscard]] std::optional<SavedEvents> save(SavingOrder order);
    [[nodiscard]] QByteArray contentOf(const QString &name) const;

    Shelf m_shelf = perflibShelf();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
};

void EventSavingTest::init()
{
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<Session>(m_shelf);
    std::ofstream out(path(u"App.evt"_s).toStdString(), std::ios::binary);
    forge::EvtFile log(out);
    for (const forge::EvtEvent &event : mixedEvents(3000, 5))
        log.add(event);
    log.finish();
    out.close();
    m_session->open(path(u"App.evt"_s));
    QTRY_VERIFY(!m_session->isLoading());
    QCOMPARE(m_session->store().size(), 3000U);
}

SavingOrder EventSavingTest::order(EventFileForm form, const QString &name, RowIds rows) const
{
    SavingOrder order;
    order.rows = std::move(rows);
    order.form = form;
    order.path = path(name);
    order.line = [](const Event &event, const QString &description, const QString &log) {
        return u"%1|%2|%3\n"_s.arg(*event.recordId)
            .arg(description.isEmpty() ? u"-"_s : u"+"_s, QFileInfo(log).fileName())
            .toUtf8();
    };
    return order;
}

std::optional<SavedEvents> EventSavingTest::save(SavingOrder order)
{
    QSignalSpy saved(m_session.get(), &Session::eventsSaved);
    QSignalSpy ended(m_session.get(), &Session::savingEnded);
    m_session->saveEvents(std::move(order));
    if (!m_session->isSaving() || !QTest::qWaitFor([&] { return !ended.empty(); }) || m_session->isSaving())
        qFatal("no end");
    return saved.empty() ? std::nullopt : std::optional(saved.front().front().value<SavedEvents>());
}

QByteArray EventSavingTest::contentOf(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void EventSavingTest::savesEveryForm_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<int>("lines");
    const auto row = [](const char *name, EventFileForm form, const char *begin, int lines) {
        QTest::newRow(name) << static_cast<int>(form) << QByteArray(begin) << lines;
    };
    row("xml", EventFileForm::Xml, "<?xml version=\"1.0\"", 3 + 3);
    row("jsonl", EventFileForm::JsonLines, "{\"Event\":", 3);
    row("csv", EventFileForm::Csv, "8|+|App.evt\n3|+|App.evt\n", 3);
    row("text", EventFileForm::Text, "8|+|App.evt\n3|+|App.evt\n", 3);
}

void EventSavingTest::savesEveryForm()
{
    QFETCH(const int, form);
    QFETCH(const QByteArray, begin);
    QFETCH(const int, lines);
    QSignalSpy moved(m_session.get(), &Session::savingMoved);
    const auto saved = save(order(static_cast<EventFileForm>(form), u"out"_s, {RowId{7}, RowId{2}, RowId{9}}));
    QVERIFY(saved);
    QCOMPARE(saved->saved, 3U);
    QCOMPARE(saved->unreadable + saved->tooLarge, 0U);
    QCOMPARE(saved->path, path(u"out"_s));
    const QByteArray content = contentOf(u"out"_s);
    QVERIFY2(content.startsWith(begin), content.constData());
    QCOMPARE(content.count('\n'), lines);
    QCOMPARE(moved.size(), 3);
    QCOMPARE(moved.last().front().toInt(), 1000);
}

void EventSavingTest::savesALogThatIsReadAgain()
{
    RowIds rows;
    for (std::uint32_t row = 0; row < 3000; row += 2)
        rows.push_back(RowId{row});
    QCOMPARE(save(order(EventFileForm::Evtx, u"out.evtx"_s, rows))->saved, 1500U);
    Session again(m_shelf);
    again.open(path(u"out.evtx"_s));
    QTRY_VERIFY(!again.isLoading());
    QCOMPARE(again.store().size(), 1500U);
    QCOMPARE(again.logs().front().info.damages, Damages());
    for (const std::uint32_t row : {0U, 749U, 1499U}) {
        const auto before = m_session->store().event(RowId{row * 2});
        const auto after = again.store().event(RowId{row});
        QVERIFY(before && after);
        QCOMPARE(after->recordId, before->recordId);
        QCOMPARE(after->time, before->time);
        QCOMPARE(after->provider, before->provider);
        QCOMPARE(after->content.values, before->content.values);
    }
}

void EventSavingTest::tellsWhatCannotBeWritten()
{
    QSignalSpy failed(m_session.get(), &Session::savingFailed);
    for (const EventFileForm form : {EventFileForm::Evtx, EventFileForm::Xml}) {
        QVERIFY(!save(order(form, u"no/such/folder/out"_s, {RowId{1}})));
        QCOMPARE(failed.takeFirst().front().value<Error>().code, ErrorCode::NotFound);
        QVERIFY(!save(order(form, u"."_s, {RowId{1}})));
        QCOMPARE(failed.takeFirst().front().value<Error>().code, ErrorCode::NoPermission);
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"App.evt"_s});
}

void EventSavingTest::cancelsWithoutAFile()
{
    const QString name = u"out.xml"_s;
    RowIds rows(2'000'000, RowId{5});
    QSignalSpy saved(m_session.get(), &Session::eventsSaved);
    QSignalSpy moved(m_session.get(), &Session::savingMoved);
    QSignalSpy ended(m_session.get(), &Session::savingEnded);
    m_session->saveEvents(order(EventFileForm::Xml, name, std::move(rows)));
    m_session->saveEvents(order(EventFileForm::Xml, u"another"_s, {RowId{1}})); // one at a time
    QTRY_VERIFY(!moved.empty());
    m_session->cancelSaving();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(saved.empty());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"App.evt"_s});
}

void EventSavingTest::countsWhatCannotBeReadAnyMore()
{
    QVERIFY(QFile::resize(path(u"App.evt"_s), 4096));
    for (const EventFileForm form : {EventFileForm::Evtx, EventFileForm::JsonLines, EventFileForm::Text}) {
        const auto saved = save(order(form, u"out"_s, {RowId{0}, RowId{2999}}));
        QVERIFY(saved);
        QCOMPARE(saved->saved, 1U);
        QCOMPARE(saved->unreadable, 1U);
    }
}

void EventSavingTest::goesAwayWhileSaving()
{
    m_session->saveEvents(order(EventFileForm::JsonLines, u"out"_s, RowIds(2'000'000, RowId{5})));
    m_session.reset();
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"App.evt"_s});
}

QTEST_GUILESS_MAIN(EventSavingTest)
#include "tst_eventsaving.moc"
