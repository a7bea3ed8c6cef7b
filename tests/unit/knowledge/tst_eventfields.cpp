// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines of classic articles taken apart: the ways in which authors printed an event's fields, and lines that look like
// them and are prose. All examples are made up in the forms that occur.

#include "knowledge/classic/descriptionfit.h"
#include "knowledge/classic/descriptiontemplate.h"
#include "knowledge/classic/eventfields.h"
#include "knowledge/classic/eventmentions.h"
#include "knowledge/classic/signature.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// "Id=5012 Source=IbmTok01 …"
QString shown(const std::vector<PrintedField> &fields)
{
    static constexpr std::array names{
        "Id"_L1, "Source"_L1, "Type"_L1, "Category"_L1, "Place"_L1, "Description"_L1, "Text"_L1, "End"_L1};
    QStringList parts;
    for (const auto &field : fields)
        parts.append(names[static_cast<std::size_t>(field.field)] + u'=' + field.value);
    return parts.join(u'|');
}

QString shown(const std::vector<EventSignature> &signatures)
{
    QStringList parts;
    for (const auto &one : signatures)
        parts.append(u"%1/%2/%3/%4"_s.arg(one.source, QString::number(one.id), one.type, one.text));
    return parts.join(u'|');
}

ClassicArticle articleWith(const QByteArray &symptoms)
{
    const QByteArray rule(70, '=');
    const auto article = parseClassicArticle("DOCUMENT:Q100001  01-JAN-1999  [winnt]\nTITLE   :A Title\n\n" + rule
        + "\nThe information in this article applies to:\n\n - Product one\n" + rule + "\n\nSYMPTOMS\n========\n\n"
        + symptoms + "\n\nAdditional query words: event id 99\n" + rule + "\nKeywords          : kbone\n");
    return article.value_or(ClassicArticle());
}

} // namespace

class EventFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesLinesApart_data();
    void takesLinesApart();
    void findsMentions_data();
    void findsMentions();
    void findsEvents_data();
    void findsEvents();
    void marksVariableParts_data();
    void marksVariableParts();
    void ruledOutByOtherService();
};

void EventFields::takesLinesApart_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("fields");
    const auto row = [](const char *name, const QString &line, const QString &fields) {
        QTest::newRow(name) << line << fields;
    };
    row("label", u"   Event ID: 7000"_s, u"Id=7000"_s);
    row("blank before the colon", u"   Event ID : 20050"_s, u"Id=20050"_s);
    row("glued", u"EventID:5"_s, u"Id=5"_s);
    row("no separator", u"   Event ID 7000"_s, u"Id=7000"_s);
    row("several", u"   Event IDs 5, 6 and 7"_s, u"Id=5, 6 and 7"_s);
    row("one line", u"   Event ID: 5012, Source: IbmTok01, Type: Error"_s, u"Id=5012|Source=IbmTok01|Type=Error"_s);
    row("lost tab", u"   Source:NetLogonType: Error"_s, u"Source=NetLogon|Type=Error"_s);
    row("columns", u"   Event 9301   SourceOne     Configuration"_s,
        u"Id=9301|Source=SourceOne|Category=Configuration"_s);
    row("run on", u"   Event ID: 10 Source DCOM User: <Domain Name>\\Anna The server"_s,
        u"Id=10|Source=DCOM|Place=<Domain Name>\\Anna|Text=The server"_s);
    row("full stop", u"   Source: Service Control Manager."_s, u"Source=Service Control Manager"_s);
    row("description", u"   Description: It failed."_s, u"Description=It failed."_s);
    row("heading", u"Event ID: 15 - Source: Some Driver"_s, u"Id=15|Source=Some Driver"_s);
    row("log and type first", u"   System Error, Source=W3SVC, Event ID=16"_s, u"Source=W3SVC|Id=16"_s);
    row("type first", u"   Warning Event ID 1294 Source: SourceOne"_s, u"Id=1294|Source=SourceOne"_s);
    row("sentence behind the source", u"   Source: Some Long Print Server The Buffer pool for messages is exhausted."_s,
        u"Source=Some Long Print Server|Text=The Buffer pool for messages is exhausted"_s);
    row("data", u"   Data word: c0000022"_s, u"End=c0000022"_s);
    row("prose", u"Event 23 is logged when this happens."_s, QString());
    row("prose with number", u"Event ID 2453 appears in the Event Viewer."_s, QString());
    row("source of supply", u"Source files are lost."_s, QString());
    row("no number", u"Event Log service"_s, QString());
    row("number too large", u"   Event ID: 70000"_s, QString());
}

void EventFields::takesLinesApart()
{
    QFETCH(QString, line);
    QFETCH(QString, fields);
    QCOMPARE(shown(fieldsOf(line)), fields);
}

void EventFields::findsMentions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("list") << u"It logs Event ID 1008, 4005 and 5."_s << u"1008 4005 5"_s;
    QTest::newRow("number first") << u"Several 9405 Event IDs occur."_s << u"9405"_s;
    QTest::newRow("brackets") << u"(Event ID [528])"_s << u"528"_s;
    QTest::newRow("event alone") << u"Event 23 in the application log"_s << u"23"_s;
    QTest::newRow("source") << u"event ID 2009 with a source of Srv. This"_s << u"2009 Srv"_s;
    QTest::newRow("error") << u"The event fails with error 1067 or Stop 0x0000000A."_s << QString();
    QTest::newRow("version") << u"Event 4.0"_s << QString();
    QTest::newRow("hexadecimal") << u"event ID 0x80"_s << QString();
}

void EventFields::findsMentions()
{
    QFETCH(QString, text);
    QFETCH(QString, mentions);
    QStringList found;
    for (const auto &one : mentionsIn(text, LogIsMeant::Yes))
        found.append(QString::number(one.id) + (one.source.isEmpty() ? QString() : u' ' + one.source));
    QCOMPARE(found.join(u' '), mentions);
}

void EventFields::findsEvents_data()
{
    QTest::addColumn<QByteArray>("symptoms");
    QTest::addColumn<QString>("events");
    QTest::newRow("wrapped") << QByteArray(
        "It says:\n\n   Event ID: 7\n   Source: Disk\n   Type: Error\n   Description: The device\n"
        "   has a bad block.\n\nThat is all.")
                             << u"Disk/7/Error/The device has a bad block."_s;
    QTest::newRow("unlabelled") << QByteArray(
        "It says:\n\n   Source: Disk\n   Event ID: 7\n\n   The device has a bad block.\n\nMore.")
                                << u"Disk/7//The device has a bad block."_s;
    QTest::newRow("goes on") << QByteArray("   Event ID: 9\n   Description: It failed due to:\n\n   A reason.\n\nMore.")
                             << u"/9//It failed due to: A reason."_s;
    QTest::newRow("data is none") << QByteArray(
        "   Event ID: 9\n   Description: It failed.\n   Data: 0000: 01\n\nMore.")
                                  << u"/9//It failed."_s;
    QTest::newRow("number alone") << QByteArray("   Event ID\n   2453\n\nMore.") << u"/2453//"_s;
    QTest::newRow("table") << QByteArray(
        "EventID   Description\n-------   -----------\n   514     Loaded\n   515     Registered\n           at last")
                           << u"/514//Loaded|/515//Registered at last"_s;
    QTest::newRow("late source") << QByteArray("   Event Id: 7\n   Description: It failed.\n   Source: Keyex.\n\nMore.")
                                 << u"Keyex/7//It failed."_s;
    QTest::newRow("within a paragraph") << QByteArray("   It is full.\n   Event ID 41\n   Source: TCPIP\n\nMore.")
                                        << u"TCPIP/41//"_s;
    QTest::newRow("link") << QByteArray("See:\n\n   Q305160 Connections Log Event 182 and Fail") << QString();
    QTest::newRow("query words only") << QByteArray("Nothing in the event log.") << QString();
    QTest::newRow("announced") << QByteArray("An Event ID 5 appears. Its description is:\n\n   Out of room.\n")
                               << u"/5//Out of room."_s;
}

void EventFields::findsEvents()
{
    QFETCH(QByteArray, symptoms);
    QFETCH(QString, events);
    QCOMPARE(shown(signaturesOf(articleWith(symptoms))), events);
}

void EventFields::marksVariableParts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("made");
    QTest::newRow("quotes") << u"Service \"A\" in 'B' failed."_s << u"Service \"{1}\" in '{2}' failed."_s;
    QTest::newRow("placeholders") << u"<user> on %1"_s << u"{1} on {2}"_s;
    QTest::newRow("numbers") << u"error 1067, 0x5"_s << u"error {1}, {2}"_s;
    QTest::newRow("service") << u"The Big Spooler service failed to start."_s << u"The {1} service failed to start."_s;
    QTest::newRow("braces") << u"a {b} c"_s << u"a {{b}} c"_s;
    QTest::newRow("nothing") << u"It failed."_s << u"It failed."_s;
}

void EventFields::marksVariableParts()
{
    QFETCH(QString, text);
    QFETCH(QString, made);
    QCOMPARE(templateOf(text, variablePartsOf(text)), made);
}

void EventFields::ruledOutByOtherService()
{
    Event event;
    event.content.values = {{.name = {}, .text = u"MailGate"_s}, {.name = {}, .text = u"gate.dll"_s}};
    const EventWords words(event);
    QVERIFY(words.fitOf(u"The Open Procedure for service \"MailGate\" failed."));
    QVERIFY(!words.fitOf(u"The Open Procedure for service \"Spooler\" failed."));
    QVERIFY(words.fitOf(u"The Open Procedure for service \"<service>\" failed."));
}

QTEST_GUILESS_MAIN(EventFields)
#include "tst_eventfields.moc"
