// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Template instances: every type of value, arrays, nested fragments, what is Null, and what is broken.

#include "formats/evtx/tokens.h"
#include "unit/formats/evtx/chunkbytes.h"

#include <QTest>

using namespace evident;
using namespace evident::evtx;

namespace {

constexpr std::uint64_t Base = 4096;
using Value = ChunkBytes::Value;

/// One record, an instance of <Event><v>{0}</v></Event> with these values; the element depends on its value when @p dependency says so.
ChunkBytes instanceWith(const QList<Value> &values, std::uint16_t dependency = NoDependency, std::uint8_t token = 0x0d)
{
    ChunkBytes chunk;
    chunk.beginRecord(1).fragmentHeader().beginTemplate().fragmentHeader();
    chunk.open(u"Event", NoDependency)
        .closeStart()
        .open(u"v", dependency)
        .closeStart()
        .substitution(0, token)
        .end()
        .end()
        .eof();
    chunk.endTemplate().values(values).endRecord();
    return chunk;
}

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

} // namespace

class EvtxValuesTest : public QObject {
    Q_OBJECT
private slots:
    void writesEveryType_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("xml");
        QTest::addColumn<QString>("json");
        const auto row = [](const char *name, int type, const QByteArray &bytes, const QString &xml,
                             const QString &json) { QTest::newRow(name) << type << bytes << xml << json; };
        row("string", 0x01, utf16(u"a<\u20ac\""), QStringLiteral("a&lt;\u20ac\""), QStringLiteral("\"a<\u20ac\\\"\""));
        row("string with terminator", 0x01, utf16(u"ab") + hex("0000"), QStringLiteral("ab"), QStringLiteral("\"ab\""));
        row("unpaired surrogate", 0x01, hex("61003dd86200"), QStringLiteral("a\ufffdb"),
            QStringLiteral("\"a\ufffdb\""));
        row("ansi string", 0x02, "a&\x80\xe4", QStringLiteral("a&amp;\u20ac\u00e4"),
            QStringLiteral("\"a&\u20ac\u00e4\""));
        row("int8", 0x03, hex("ff"), QStringLiteral("-1"), QStringLiteral("-1"));
        row("uint8", 0x04, hex("ff"), QStringLiteral("255"), QStringLiteral("255"));
        row("int16", 0x05, hex("feff"), QStringLiteral("-2"), QStringLiteral("-2"));
        row("uint16", 0x06, hex("feff"), QStringLiteral("65534"), QStringLiteral("65534"));
        row("int32", 0x07, hex("fdffffff"), QStringLiteral("-3"), QStringLiteral("-3"));
        row("uint32", 0x08, hex("fdffffff"), QStringLiteral("4294967293"), QStringLiteral("4294967293"));
        row("int64", 0x09, hex("fcffffffffffffff"), QStringLiteral("-4"), QStringLiteral("-4"));
        row("uint64", 0x0a, hex("fcffffffffffffff"), QStringLiteral("18446744073709551612"),
            QStringLiteral("18446744073709551612"));
        row("string with something behind its terminator", 0x01, utf16(u"ab") + hex("0000") + utf16(u"c"),
            QStringLiteral("ab"), QStringLiteral("\"ab\""));
        row("real32", 0x0b, hex("0000203f"), QStringLiteral("6.250000e-001"), QStringLiteral("\"0.625\""));
        row("real32, whole", 0x0b, hex("0000804b"), QStringLiteral("1.677722e+007"), QStringLiteral("\"16777216.0\""));
        row("real32, small", 0x0b, hex("bd378635"), QStringLiteral("1.000000e-006"), QStringLiteral("\"0.000001\""));
        row("real32, large", 0x0b, hex("e5cd5b7f"), QStringLiteral("2.921700e+038"), QStringLiteral("\"2.9217e+38\""));
        row("real64", 0x0c, hex("000000000000f8bf"), QStringLiteral("-1.500000e+000"), QStringLiteral("\"-1.5\""));
        row("real64, nothing", 0x0c, hex("0000000000000080"), QStringLiteral("-0.000000e+000"),
            QStringLiteral("\"-0.0\""));
        row("real64, no number", 0x0c, hex("000000000000f87f"), QStringLiteral("NaN"), QStringLiteral("\"NaN\""));
        row("real64, endless", 0x0c, hex("000000000000f0ff"), QStringLiteral("-Inf"), QStringLiteral("\"-inf\""));
        row("real64, short", 0x0c, hex("00f8"), QStringLiteral("00F8"), QStringLiteral("\"00F8\""));
        row("true", 0x0d, hex("01000000"), QStringLiteral("true"), QStringLiteral("true"));
        row("false", 0x0d, hex("00000000"), QStringLiteral("false"), QStringLiteral("false"));
        row("another truth", 0x0d, hex("00340000"), QStringLiteral("true"), QStringLiteral("true"));
        row("binary", 0x0e, hex("00ff1a"), QStringLiteral("00FF1A"), QStringLiteral("\"00FF1A\""));
        row("binary of nothing", 0x0e, {}, {}, QStringLiteral("null"));
        row("guid", 0x0f, hex("3b85c1a0405c154b87663cf1c58f985a"),
            QStringLiteral("{A0C1853B-5C40-4B15-8766-3CF1C58F985A}"),
            QStringLiteral("\"A0C1853B-5C40-4B15-8766-3CF1C58F985A\""));
        row("size of 32-bit Windows", 0x10, hex("4c020000"), QStringLiteral("0x24c"), QStringLiteral("\"0x24c\""));
        row("size", 0x10, hex("4c02000001000000"), QStringLiteral("0x10000024c"), QStringLiteral("\"0x10000024c\""));
        row("time", 0x11, hex("00c03ae0a2b6d601"), QStringLiteral("2020-11-09T14:16:11.6912128Z"),
            QStringLiteral("\"2020-11-09T14:16:11.6912128Z\""));
        row("time behind the last year", 0x11, hex("ffffffffffffff7f"), QStringLiteral("9223372036854775807"),
            QStringLiteral("\"9223372036854775807\""));
        row("system time", 0x12, hex("e407010005001f00170038003b007b00"), QStringLiteral("2020-01-31T23:56:59.123Z"),
            QStringLiteral("\"2020-01-31T23:56:59.123Z\""));
        row("sid", 0x13, hex("010100000000000512000000"), QStringLiteral("S-1-5-18"), QStringLiteral("\"S-1-5-18\""));
        row("sid of nothing", 0x13, {}, {}, QStringLiteral("null"));
        row("hex32", 0x14, hex("3412000c"), QStringLiteral("0xc001234"), QStringLiteral("\"0xc001234\""));
        row("hex64", 0x15, hex("0000000000002080"), QStringLiteral("0x8020000000000000"),
            QStringLiteral("\"0x8020000000000000\""));
        row("handle", 0x20, hex("0102"), QStringLiteral("0102"), QStringLiteral("\"0102\""));
        row("number cut short", 0x08, hex("0102"), QStringLiteral("0102"), QStringLiteral("\"0102\""));
        row("unknown type", 0x7e, hex("ab"), QStringLiteral("AB"), QStringLiteral("\"AB\""));
    }
    void writesEveryType()
    {
        QFETCH(int, type);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, xml);
        QFETCH(QString, json);
        const OpenedLog log(instanceWith({{static_cast<std::uint8_t>(type), bytes}}).file());
        QVERIFY(log.report.damages.empty());
        QCOMPARE(log.xml(0), QStringLiteral("<Event><v>%1</v></Event>").arg(xml));
        QCOMPARE(log.json(0), QStringLiteral("{\"Event\":{\"v\":%1}}").arg(json));
    }

    void leavesOutWhatDependsOnNull()
    {
        QCOMPARE(OpenedLog(instanceWith({{0x00, {}}}, 0).file()).xml(0), QStringLiteral("<Event></Event>"));
        QCOMPARE(OpenedLog(instanceWith({{0x00, {}}}).file()).xml(0), QStringLiteral("<Event><v></v></Event>"));
        QCOMPARE(OpenedLog(instanceWith({{0x01, {}}}, 0).file()).xml(0), QStringLiteral("<Event><v></v></Event>"));
        QCOMPARE(OpenedLog(instanceWith({{0x04, hex("05")}}, 3).file()).xml(0), QStringLiteral("<Event></Event>"));
    }

    void skipsTheBytesOfNull()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1).fragmentHeader().beginTemplate().fragmentHeader();
        chunk.open(u"Event", NoDependency).closeStart().substitution(0).substitution(1).end().eof();
        chunk.endTemplate().values({{0x00, hex("ffffff")}, {0x01, utf16(u"x")}}).endRecord();
        QCOMPARE(OpenedLog(chunk.file()).xml(0), QStringLiteral("<Event>x</Event>"));
    }

    void leavesOutOptionalAttributesThatAreNull()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1).fragmentHeader().beginTemplate().fragmentHeader();
        chunk.open(u"Event", NoDependency, true).attribute(u"a").substitution(0, 0x0e).attribute(u"b").substitution(0);
        chunk.attribute(u"c").text(u"x").substitution(0, 0x0e).closeEmpty().eof();
        chunk.endTemplate().values({{0x00, {}}}).endRecord();
        QCOMPARE(OpenedLog(chunk.file()).xml(0), QStringLiteral("<Event b='' c='x'/>"));
        QCOMPARE(OpenedLog(chunk.file()).json(0), QStringLiteral(R"({"Event":{"#attributes":{"c":"x"}}})"));
    }

    void spreadsArrays_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("xml");
        QTest::newRow("strings") << 0x81 << utf16(u"a") + hex("0000") + hex("0000") + utf16(u"c") + hex("0000")
                                 << QStringLiteral("<v>a</v><v></v><v>c</v>");
        QTest::newRow("last without terminator")
            << 0x81 << utf16(u"a") + hex("0000") + utf16(u"c") << QStringLiteral("<v>a</v><v>c</v>");
        QTest::newRow("one") << 0x81 << utf16(u"a") << QStringLiteral("<v>a</v>");
        QTest::newRow("none") << 0x81 << QByteArray() << QStringLiteral("<v></v>");
        QTest::newRow("numbers") << 0x86 << hex("01000200ff") << QStringLiteral("<v>1</v><v>2</v>");
        QTest::newRow("sids") << 0x93 << hex("010100000000000512000000010100000000000513000000")
                              << QStringLiteral("<v>S-1-5-18</v><v>S-1-5-19</v>");
        const auto row = [](const char *name, int type, const QByteArray &bytes, const char *first,
                             const char *second) {
            QTest::newRow(name)
                << type << bytes
                << QStringLiteral("<v>%1</v><v>%2</v>").arg(QLatin1StringView(first), QLatin1StringView(second));
        };
        row("int8", 0x83, hex("ff02"), "-1", "2");
        row("uint8", 0x84, hex("ff02"), "255", "2");
        row("int16", 0x85, hex("ffff0200"), "-1", "2");
        row("int32", 0x87, hex("ffffffff02000000"), "-1", "2");
        row("uint32", 0x88, hex("ffffffff02000000"), "4294967295", "2");
        row("int64", 0x89, hex("ffffffffffffffff0200000000000000"), "-1", "2");
        row("uint64", 0x8a, hex("ffffffffffffffff0200000000000000"), "18446744073709551615", "2");
        row("real32", 0x8b, hex("0000c03f0000803f"), "1.500000e+000", "1.000000e+000");
        row("real64", 0x8c, hex("000000000000f83f000000000000f03f"), "1.500000e+000", "1.000000e+000");
        row("bool", 0x8d, hex("0000000001000000"), "false", "true");
        row("guid", 0x8f, QByteArray(16, '\x11') + QByteArray(16, '\x22'), "{11111111-1111-1111-1111-111111111111}",
            "{22222222-2222-2222-2222-222222222222}");
        row("sizeT of four bytes", 0x90, hex("0100000002000000ff000000"), "0x1", "0x2</v><v>0xff");
        row("sizeT of eight bytes", 0x90, hex("01000000000000000200000000000000"), "0x1", "0x2");
        row("fileTime", 0x91,
            hex("0100000000000000"
                "0080d5d4ea68c501"),
            "1601-01-01T00:00:00.0000001Z", "2005-06-04T09:50:25.2324864Z");
        row("systemTime", 0x92,
            hex("e4070200060001000000000000000000"
                "e5070300010002000000000000000000"),
            "2020-02-01T00:00:00.000Z", "2021-03-02T00:00:00.000Z");
        row("hexInt32", 0x94, hex("0000000012ab0000"), "0x0", "0xab12");
        row("hexInt64", 0x95,
            hex("0000000000000080"
                "0100000000000000"),
            "0x8000000000000000", "0x1");
        QTest::newRow("ansi") << 0x82 << QByteArray("a\0b\0", 4) << QStringLiteral("<v>a</v><v>b</v>");
    }
    void spreadsArrays()
    {
        QFETCH(int, type);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, xml);
        const OpenedLog log(instanceWith({{static_cast<std::uint8_t>(type), bytes}}).file());
        QCOMPARE(log.xml(0), QStringLiteral("<Event>%1</Event>").arg(xml));
    }

    /// As evtx_dump does.
    void writesAnArrayOfOneNumberAsText()
    {
        const auto json = [](std::uint8_t type, const QByteArray &bytes) {
            return OpenedLog(instanceWith({{type, bytes}}).file()).json(0);
        };
        QCOMPARE(json(0x84, hex("05")), QStringLiteral(R"({"Event":{"v":"5"}})"));
        QCOMPARE(json(0x8d, hex("01000000")), QStringLiteral(R"({"Event":{"v":"true"}})"));
        QCOMPARE(json(0x84, hex("0506")), QStringLiteral(R"({"Event":{"v":5,"v_1":6}})"));
    }

    void readsNestedFragments()
    {
        // An element without dependency words, as a value: <inner>x</inner> with its name in the outer record.
        ChunkBytes names;
        const QByteArray name = hex("00000000") + hex("0000") + hex("0500") + utf16(u"inner") + hex("0000");
        ChunkBytes chunk;
        chunk.beginRecord(1).fragmentHeader().beginTemplate().fragmentHeader();
        chunk.open(u"Event", NoDependency).closeStart().substitution(0).end().eof().endTemplate();
        const std::uint32_t valueAt = chunk.position() + 4 + 4;
        QByteArray nested =
            hex("0100000000") + QByteArray(4, '\0') + name + hex("02") + hex("05010100") + utf16(u"x") + hex("0400");
        const std::uint32_t nameAt = valueAt + 9;
        nested.replace(5, 4, reinterpret_cast<const char *>(&nameAt), 4);
        chunk.values({{0x21, nested}}).endRecord();
        const OpenedLog log(chunk.file());
        QVERIFY(log.report.damages.empty());
        QCOMPARE(log.xml(0), QStringLiteral("<Event><inner>x</inner></Event>"));
        QCOMPARE(log.json(0), QStringLiteral(R"({"Event":{"inner":"x"}})"));
    }

    void endsWhereFragmentsNestTooDeep()
    {
        // Each level is an instance of the same template, whose one value is the next level.
        ChunkBytes chunk;
        chunk.beginRecord(1).fragmentHeader().beginTemplate().fragmentHeader();
        chunk.open(u"e", NoDependency).closeStart().substitution(0).end().eof().endTemplate();
        const std::uint32_t definition = chunk.lastDefinition();
        QByteArray level;
        for (int depth = 0; depth < 40; ++depth) {
            ChunkBytes one;
            one.instanceOf(definition).values({{0x21, level}});
            level = one.chunk().sliced(512, one.position() - 512);
        }
        chunk.values({{0x21, level}}).endRecord();
        const OpenedLog log(chunk.file());
        QCOMPARE(log.report.records, 1U);
        QCOMPARE(log.report.damages.size(), 1U);
        QCOMPARE(log.report.damages[0].code, ErrorCode::TooDeep);
        OutBuffer out;
        QCOMPARE(log.log->dumpPart(0, DumpForm::Xml, out).damages, log.report.damages);
        QCOMPARE(log.xml(0).count(QStringLiteral("<e>")), 17);
    }

    void sharesTemplatesOfTheChunk()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1).fragmentHeader().beginTemplate().fragmentHeader();
        chunk.open(u"Event", NoDependency)
            .closeStart()
            .substitution(0)
            .end()
            .eof()
            .endTemplate()
            .values({{0x01, utf16(u"first")}})
            .endRecord();
        chunk.beginRecord(2)
            .fragmentHeader()
            .instanceOf(chunk.lastDefinition())
            .values({{0x01, utf16(u"second")}})
            .endRecord();
        chunk.beginRecord(3).instanceOf(chunk.lastDefinition()).values({}).endRecord(); // no fragment header, no values
        const OpenedLog log(chunk.file());
        QVERIFY(log.report.damages.empty());
        QCOMPARE(log.xml(0), QStringLiteral("<Event>first</Event>"));
        QCOMPARE(log.xml(1), QStringLiteral("<Event>second</Event>"));
        QCOMPARE(log.xml(2), QStringLiteral("<Event></Event>"));
    }

    void tellsBrokenInstances()
    {
        ChunkBytes chunk = instanceWith({{0x01, utf16(u"abc")}});
        const std::uint32_t descriptor = chunk.position() - 4 - 6 - 4;
        chunk.patch(descriptor, std::uint16_t{60000});
        const OpenedLog sized(chunk.file());
        QCOMPARE(sized.report.damages.size(), 1U);
        QCOMPARE(sized.report.damages[0].code, ErrorCode::BadSize);
        QCOMPARE(sized.report.damages[0].offset, Base + descriptor);
        QCOMPARE(sized.xml(0), QStringLiteral("<Event><v></v></Event>"));

        chunk = instanceWith({{0x01, utf16(u"abc")}});
        chunk.patch(descriptor - 4, std::uint32_t{0xf0000000}); // the number of values
        const OpenedLog counted(chunk.file());
        QCOMPARE(counted.report.damages.size(), 1U);
        QCOMPARE(counted.report.damages[0].code, ErrorCode::BadSize);
        QCOMPARE(counted.report.damages[0].offset, Base + descriptor - 4);
    }

    void tellsBrokenDefinitionsOnce()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1).fragmentHeader().instanceOf(0x00ffff00).values({}).endRecord();
        chunk.beginRecord(2).fragmentHeader().instanceOf(0x00ffff00).values({}).endRecord();
        const OpenedLog log(chunk.file());
        QCOMPARE(log.report.records, 2U);
        QCOMPARE(log.report.damages.size(), 1U);
        QCOMPARE(log.report.damages[0].code, ErrorCode::BadOffset);
        QCOMPARE(log.report.damages[0].offset, Base + 0x00ffff00);
        QCOMPARE(log.xml(0), QStringLiteral("<Event/>"));
        QCOMPARE(log.json(1), QStringLiteral(R"({"Event":null})"));
    }

    void endsWhereDefinitionsContainInstances()
    {
        ChunkBytes chunk;
        chunk.beginRecord(1).fragmentHeader().beginTemplate().fragmentHeader();
        chunk.open(u"Event", NoDependency).closeStart();
        const std::uint32_t at = chunk.position();
        chunk.instanceOf(chunk.lastDefinition()).values({}).end().eof().endTemplate().values({}).endRecord();
        const OpenedLog log(chunk.file());
        QCOMPARE(log.report.damages.size(), 1U);
        QCOMPARE(log.report.damages[0].code, ErrorCode::BadToken);
        QCOMPARE(log.report.damages[0].offset, Base + at);
        QCOMPARE(log.xml(0), QStringLiteral("<Event></Event>"));
    }
};

QTEST_APPLESS_MAIN(EvtxValuesTest)
#include "tst_evtxvalues.moc"
