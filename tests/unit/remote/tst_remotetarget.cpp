// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a computer and an account are written, and when two names mean the same computer.

#include "remote/remotetarget.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class RemoteTargetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatPeopleWrite_data();
    void readsWhatPeopleWrite();
    void refusesTheRest_data();
    void refusesTheRest();
    void readsAccounts();
    void comparesNamesByFirstLabel_data();
    void comparesNamesByFirstLabel();
};

void RemoteTargetTest::readsWhatPeopleWrite_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("isAddress");
    QTest::addColumn<QString>("text");
    QTest::addRow("name") << u"MAIL01"_s << u"MAIL01"_s << 445 << false << u"MAIL01"_s;
    QTest::addRow("spaces") << u" MAIL01 "_s << u"MAIL01"_s << 445 << false << u"MAIL01"_s;
    QTest::addRow("backslashes") << u"\\\\MAIL01"_s << u"MAIL01"_s << 445 << false << u"MAIL01"_s;
    QTest::addRow("full name and port") << u"mail01.corp.example:4450"_s << u"mail01.corp.example"_s << 4450 << false
                                        << u"mail01.corp.example:4450"_s;
    QTest::addRow("IPv4") << u"10.1.2.3"_s << u"10.1.2.3"_s << 445 << true << u"10.1.2.3"_s;
    QTest::addRow("IPv4 and port") << u"10.1.2.3:445"_s << u"10.1.2.3"_s << 445 << true << u"10.1.2.3"_s;
    QTest::addRow("IPv6") << u"fe80::1"_s << u"fe80::1"_s << 445 << true << u"fe80::1"_s;
    QTest::addRow("IPv6 and port") << u"[fe80::1]:4450"_s << u"fe80::1"_s << 4450 << true << u"[fe80::1]:4450"_s;
    QTest::addRow("umlaut") << u"bücher"_s << u"bücher"_s << 445 << false << u"bücher"_s;
}

void RemoteTargetTest::readsWhatPeopleWrite()
{
    QFETCH(const QString, written);
    const auto target = RemoteTarget::from(written);
    QVERIFY(target.has_value());
    QTEST(target->host, "host");
    QTEST(int(target->port), "port");
    QTEST(target->isAddress(), "isAddress");
    QTEST(target->text(), "text");
    QVERIFY(target->smb1 == OldProtocol::Refused);
}

void RemoteTargetTest::refusesTheRest_data()
{
    QTest::addColumn<QString>("written");
    for (const QString &written :
        {u""_s, u"a b"_s, u"host:"_s, u"host:0"_s, u"host:65536"_s, u"host:12x"_s, u"[fe80::1"_s, u"[host]"_s,
            u"[fe80::1]x"_s, u"[fe80::1]:"_s, u"-host"_s, u"host,seal"_s, u"host[x]"_s, u"a/b"_s, QString(300, u'a')})
        QTest::addRow("%s", qPrintable(written.first(std::min<qsizetype>(written.size(), 20)))) << written;
}

void RemoteTargetTest::refusesTheRest()
{
    QFETCH(const QString, written);
    QVERIFY(!RemoteTarget::from(written).has_value());
}

void RemoteTargetTest::readsAccounts()
{
    const auto secret = std::make_shared<const Secret>(QByteArray("geheim"));
    const Credentials domain = Credentials::withPassword(u"CORP\\anna"_s, secret);
    QCOMPARE(domain.user, u"anna"_s);
    QCOMPARE(domain.domain, u"CORP"_s);
    QCOMPARE(domain.account(), u"CORP\\anna"_s);
    QCOMPARE(domain.password->bytes(), QByteArray("geheim"));
    QCOMPARE(Credentials::withPassword(u"anna@corp.example"_s, secret).account(), u"anna@corp.example"_s);
    QCOMPARE(Credentials().account(), u"ticket"_s);
    QVERIFY(domain.isSameAs(Credentials::withPassword(u"CORP\\anna"_s, secret)));
    const auto typedAgain = std::make_shared<const Secret>(QByteArray("geheim"));
    QVERIFY(!domain.isSameAs(Credentials::withPassword(u"CORP\\anna"_s, typedAgain)));
}

void RemoteTargetTest::comparesNamesByFirstLabel_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("same");
    QTest::addRow("case") << u"MAIL01"_s << u"mail01"_s << true;
    QTest::addRow("full name") << u"MAIL01"_s << u"mail01.corp.example"_s << true;
    QTest::addRow("both full") << u"mail01.a"_s << u"MAIL01.b"_s << true;
    QTest::addRow("another") << u"MAIL02"_s << u"MAIL01"_s << false;
    QTest::addRow("longer") << u"MAIL01"_s << u"MAIL011"_s << false;
    QTest::addRow("cut at 15") << u"EXCHANGE-SERVER"_s << u"exchange-server-01.corp"_s << true;
    QTest::addRow("15, not cut") << u"EXCHANGE-SERVER"_s << u"exchange-serve"_s << false;
    QTest::addRow("no name") << u""_s << u"MAIL01"_s << false;
    QTest::addRow("nothing asked") << u"MAIL01"_s << u""_s << false;
}

void RemoteTargetTest::comparesNamesByFirstLabel()
{
    QFETCH(const QString, name);
    QFETCH(const QString, asked);
    QTEST(isNameOf(name, asked), "same");
}

QTEST_GUILESS_MAIN(RemoteTargetTest)
#include "tst_remotetarget.moc"
