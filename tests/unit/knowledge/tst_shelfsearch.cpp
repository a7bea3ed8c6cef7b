// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Our own articles found by words: all must be there, and where they stand decides the order.

#include "knowledge/providers.h"
#include "knowledge/shelfsearch.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class ShelfSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ordersByPlace();
    void demandsEveryWord();
    void takesTheLastWordAsABegin();
    void boostsTheEvent();
    void showsNamesOfValues();
    void joinsClassicNames();

private:
    [[nodiscard]] QStringList found(const QString &text) const
    {
        QStringList ids;
        for (const auto &hit : searchShelf(m_shelf, searchWordsOf(text)))
            ids.append(m_shelf.article(hit.article).id);
        return ids;
    }
    void add(
        const QString &id, const QString &title, const QString &provider, std::uint16_t eventId, const QString &text);
    Shelf m_shelf;
};

void ShelfSearchTest::add(
    const QString &id, const QString &title, const QString &provider, std::uint16_t eventId, const QString &text)
{
    Article article;
    article.id = id;
    article.title = title;
    article.match.push_back({.providers = {provider}, .ids = {eventId}, .all = {}});
    article.sections[0] = text;
    m_shelf.add(std::make_shared<const Article>(std::move(article)));
}

void ShelfSearchTest::initTestCase()
{
    add(u"a/disk"_s, u"The disk {disk} has a bad block"_s, u"disk"_s, 7, u"A **cable** may be loose."_s);
    add(u"a/cable"_s, u"A cable is loose"_s, u"NIC"_s, 27, u"The disk is fine."_s);
    add(u"a/seven"_s, u"Seven"_s, u"Other Source"_s, 7, u"Nothing."_s);
}

void ShelfSearchTest::ordersByPlace()
{
    QCOMPARE(found(u"cable "_s), (QStringList{u"a/cable"_s, u"a/disk"_s}));
    QCOMPARE(found(u"DISK "_s), (QStringList{u"a/disk"_s, u"a/cable"_s}));
}

void ShelfSearchTest::demandsEveryWord()
{
    QCOMPARE(found(u"cable block "_s), QStringList{u"a/disk"_s});
    QVERIFY(found(u"cable zebra "_s).isEmpty());
    QVERIFY(found(u" . , "_s).isEmpty());
}

void ShelfSearchTest::takesTheLastWordAsABegin()
{
    QCOMPARE(found(u"blo"_s), QStringList{u"a/disk"_s});
    QVERIFY(found(u"blo "_s).isEmpty());
    QVERIFY(found(u"lock "_s).isEmpty());
}

void ShelfSearchTest::boostsTheEvent()
{
    QCOMPARE(found(u"7 "_s).size(), 2);
    QCOMPARE(found(u"disk 7 "_s).first(), u"a/disk"_s);
}

void ShelfSearchTest::showsNamesOfValues()
{
    const auto hits = searchShelf(m_shelf, searchWordsOf(u"bad block "_s));
    QCOMPARE(hits.front().title, u"The disk <disk> has a bad block"_s);
    QCOMPARE(hits.front().snippet, u"A cable may be loose."_s);
}

void ShelfSearchTest::joinsClassicNames()
{
    QCOMPARE(canonicalProvider(u"DCOM"), canonicalProvider(u"Microsoft-Windows-DistributedCOM"));
    QCOMPARE(canonicalProvider(u"WinMgmt"), canonicalProvider(u"Microsoft-Windows-WMI"));
    QCOMPARE(canonicalProvider(u"KDC"), canonicalProvider(u"Microsoft-Windows-Kerberos-Key-Distribution-Center"));
    QVERIFY(canonicalProvider(u"Kerberos") != canonicalProvider(u"KDC"));
    QCOMPARE(canonicalProvider(u"MSSQL$PAYROLL"), canonicalProvider(u"MSSQLSERVER"));
    QCOMPARE(canonicalProvider(u"SQLAgent$PAYROLL"), canonicalProvider(u"SQLSERVERAGENT"));
    QVERIFY(canonicalProvider(u"MSSQLServerADHelper") != canonicalProvider(u"MSSQLSERVER"));
}

QTEST_GUILESS_MAIN(ShelfSearchTest)
#include "tst_shelfsearch.moc"
