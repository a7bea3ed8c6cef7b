// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/eventmix.h"
#include "forge/evtxfile.h"
#include "forge/oddevents.h"

#include "bytes/textneedle.h"
#include "formats/evtx/evtxreader.h"
#include "sources/filesource.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <sstream>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// What the content holds, by its decoded values alone.
Holding plainly(const EventValues &values, const QString &text)
{
    Holding found = Holding::Nowhere;
    for (const EventValue &value : values.values) {
        if (value.text.isEmpty())
            continue;
        if (value.text.contains(text, Qt::CaseInsensitive) || value.name.contains(text, Qt::CaseInsensitive))
            return Holding::InValue;
        if (!value.name.isEmpty() && (value.name + u": "_s + value.text).contains(text, Qt::CaseInsensitive))
            found = Holding::InLine;
    }
    return found;
}

/// Holds what is told of each record against what its values say.
class Proof final : public RowSink {
public:
    explicit Proof(const QStringList &texts)
        : m_needles(texts.begin(), texts.end())
    {
    }
    void row(const EventRow &row, const EventContent &content) override
    {
        std::vector<Holding> told;
        for (const TextNeedle &needle : m_needles)
            told.push_back(content.holding(needle));
        const EventValues values = content.values();
        const bool hasMessage = !content.message().isEmpty();
        for (std::size_t i = 0; i < told.size(); ++i)
            compare(row, told[i], m_needles[i], values, hasMessage);
    }

    int known = 0;
    int found = 0;
    QString wrong; ///< records, and what was told of them

private:
    void compare(
        const EventRow &row, Holding told, const TextNeedle &needle, const EventValues &values, bool hasMessage)
    {
        if (told == Holding::Unknown)
            return;
        ++known;
        const Holding right = plainly(values, needle.text());
        found += right == Holding::Nowhere ? 0 : 1;
        if (told != right || hasMessage)
            wrong += u" %1 (%2, not %3)"_s.arg(row.recordId).arg(int(told)).arg(int(right));
    }

    std::vector<TextNeedle> m_needles; ///< asked for in turn
};

/// Holds the values that are written one below the other against those that are decoded.
class LinesProof final : public RowSink {
public:
    void row(const EventRow &row, const EventContent &content) override
    {
        ValueLines lines;
        lines.text = u"of the row before"_s;
        lines.lines.resize(2);
        if (!content.write(lines))
            return;
        ++known;
        QStringList right;
        QList<std::pair<QString, QString>> parts;
        for (const EventValue &value : content.values().values) {
            if (value.text.isEmpty())
                continue;
            right.append(value.name.isEmpty() ? value.text : value.name + u": "_s + value.text);
            parts.emplace_back(value.name, value.text);
        }
        QList<std::pair<QString, QString>> written;
        for (const auto &line : lines.lines)
            written.emplace_back(lines.name(line).toString(), lines.value(line).toString());
        if (lines.text != right.join(u'\n') || written != parts || !content.message().isEmpty())
            wrong += u" %1"_s.arg(row.recordId);
    }

    int known = 0;
    QString wrong; ///< records
};

/// A log, and what its values say: texts to be looked for.
class Log {
public:
    explicit Log(const std::vector<forge::Fragment> &records)
    {
        std::ostringstream out;
        forge::EvtxFile log(out);
        for (std::size_t i = 0; i < records.size(); ++i)
            log.add(i + 1, 100, records[i]);
        log.finish();
        auto source = std::make_shared<MemorySource>(u"log.evtx"_s, QByteArray::fromStdString(out.str()));
        reader = openEvtx(std::move(source), names).value_or(nullptr);
    }
    void visit(RowSink &sink) const
    {
        for (std::size_t part = 0; part < reader->partCount(); ++part)
            static_cast<void>(reader->readPart(part, sink));
    }

    Names names;
    std::shared_ptr<const LogReader> reader;
};

/// Pieces of what values say, and of where a name goes over into its value, in the other case.
class Pieces final : public RowSink {
public:
    void row(const EventRow & /*row*/, const EventContent &content) override
    {
        for (const EventValue &value : content.values().values) {
            const QString &text = value.text;
            if (text.isEmpty() || ++m_met % 7 != 0)
                continue;
            const qsizetype length = 1 + m_met % std::min<qsizetype>(text.size(), 9);
            add(text.sliced((text.size() - length) / 2, length));
            if (!value.name.isEmpty())
                add(value.name.last(1 + m_met % value.name.size()) + u": "_s + text.first(length));
        }
    }
    void add(const QString &text)
    {
        const QString other = m_met % 2 == 0 ? text.toUpper() : text.toLower();
        if (!texts.contains(other))
            texts.append(other);
    }
    QStringList texts;

private:
    qsizetype m_met = 0;
};

const QStringList Nasty{u" "_s, u":"_s, u": "_s, u"k"_s, u"S"_s, u"ss"_s, u"\u212a"_s, u"\u017f"_s, u"0x"_s, u"0X1"_s,
    u"s-1-5"_s, u"-18"_s, u"{"_s, u"true"_s, u"E+"_s, u"nan"_s, u"inf"_s, u"t0"_s, u".000"_s, u"3F"_s,
    QString(QChar(0xd83d)), QString(QChar(0xde00)), u"\U0001F600"_s, u"\U00010428"_s, u"x\U00010400"_s, u"straße"_s,
    u"STRASSE"_s, u"\u03c2"_s, u"\0a"_s, u"no event says this"_s};

void prove(const Log &log, const QStringList &texts, int leastKnown, int leastFound)
{
    LinesProof lines;
    log.visit(lines);
    QVERIFY2(lines.wrong.isEmpty(), qPrintable(lines.wrong));
    QVERIFY2(lines.known >= leastKnown / 1'000, qPrintable(QString::number(lines.known)));
    int known = 0;
    int found = 0;
    for (const QString &text : texts) {
        Proof proof(QStringList{text});
        log.visit(proof);
        QVERIFY2(proof.wrong.isEmpty(), qPrintable(u"“%1”:%2"_s.arg(text, proof.wrong)));
        known += proof.known;
        found += proof.found;
    }
    // As many at once as a reader remembers, and more.
    for (const qsizetype together : {3, 8, 11}) {
        Proof proof(texts.last(together));
        log.visit(proof);
        QVERIFY2(proof.wrong.isEmpty(), qPrintable(u"%1 in turn:%2"_s.arg(together).arg(proof.wrong)));
    }
    QVERIFY2(known >= leastKnown, qPrintable(QString::number(known)));
    QVERIFY2(found >= leastFound, qPrintable(QString::number(found)));
}

forge::Piece dataOf(std::uint16_t number, std::u16string_view name)
{
    forge::Element data{.name = u"Data", .attributes = {}, .content = {forge::slot(number, forge::ValueType::Null)}};
    if (!name.empty())
        data.attributes = {{u"Name", {forge::literal(name)}}};
    return forge::child(std::move(data));
}

std::shared_ptr<const forge::Template> outerTemplate()
{
    return std::make_shared<const forge::Template>(forge::Template{.guid = std::string(16, 'o'),
        .root = {.name = u"Event", .attributes = {}, .content = {forge::slot(0, forge::ValueType::Xml)}}});
}

/// Values of any type and any bytes under names that have something to do with each other.
std::vector<forge::Fragment> anyValues(forge::EventMix &mix)
{
    const auto outer = outerTemplate();
    const auto inner = std::make_shared<const forge::Template>(forge::Template{.guid = std::string(16, 'i'),
        .root = {.name = u"EventData",
            .attributes = {},
            .content = {dataOf(0, u"Task"), dataOf(1, u""), dataOf(2, u"tAsk K"), dataOf(3, u"Stra\u00dfe S")}}});
    std::vector<forge::Fragment> records;
    for (int i = 0; i < 600; ++i) {
        forge::Fragment nested{.definition = inner, .values = {}, .element = {}};
        for (int value = 0; value < 4; ++value) {
            std::string bytes;
            for (std::size_t size = mix.below(24); bytes.size() < size;)
                bytes.push_back(static_cast<char>(mix.below(3) == 0 ? 0 : mix.below(256)));
            const auto isArray = static_cast<std::uint8_t>(mix.below(8) == 0 ? forge::ArrayBit : 0);
            nested.values.push_back(forge::raw(static_cast<std::uint8_t>(mix.below(0x18)) | isArray, bytes));
        }
        records.push_back({.definition = outer, .values = {forge::xml(nested)}, .element = {}});
    }
    return records;
}

/// Texts in which case and characters of four bytes play their part.
std::vector<forge::Fragment> anyTexts(forge::EventMix &mix)
{
    static constexpr std::u16string_view Parts[] = {u"k", u"K", u"\u212a", u"s", u"S", u"\u017f", u"\u00df", u"\u03c3",
        u"\u03a3", u"\u03c2", u"\U00010428", u"\U00010400", u"\U0001F600", u"\xd83d", u"\xde00", u": ", u":", u" ",
        u"x", u"Task", u"stra", u"\u00e4", u"\u00c4", u"\n"};
    const auto outer = outerTemplate();
    const auto inner = std::make_shared<const forge::Template>(forge::Template{.guid = std::string(16, 't'),
        .root = {.name = u"EventData",
            .attributes = {},
            .content = {dataOf(0, u"Task"), dataOf(1, u""), dataOf(2, u"x: S")}}});
    std::vector<forge::Fragment> records;
    for (int i = 0; i < 600; ++i) {
        forge::Fragment nested{.definition = inner, .values = {}, .element = {}};
        for (int value = 0; value < 3; ++value) {
            std::u16string text;
            for (std::size_t parts = mix.below(7); parts > 0; --parts)
                text += Parts[mix.below(std::size(Parts))];
            switch (mix.below(4)) {
            case 0: nested.values.push_back(forge::texts({text, u"", text + u"x"})); break;
            case 1: nested.values.push_back(forge::ansi("Ska\xdf \x8a")); break;
            default: nested.values.push_back(forge::text(text));
            }
        }
        records.push_back({.definition = outer, .values = {forge::xml(nested)}, .element = {}});
    }
    return records;
}

} // namespace

/// What is told of contents without decoding them, against their decoded values.
class EvtxContentScanTest : public QObject {
    Q_OBJECT
private slots:
    void ordinaryEvents();
    void valuesOfAnyType();
    void textsOfAnyCase();
    void oddEvents();
};

void EvtxContentScanTest::ordinaryEvents()
{
    forge::EventMix mix;
    forge::EventShapes shapes;
    std::vector<forge::Fragment> records;
    for (std::uint64_t id = 1; id <= 600; ++id)
        records.push_back(shapes.fragment(mix.next(), id));
    const Log log(records);
    Pieces pieces;
    log.visit(pieces);
    prove(log, Nasty + pieces.texts.first(std::min<qsizetype>(pieces.texts.size(), 150)), 50'000, 2'000);
}

void EvtxContentScanTest::valuesOfAnyType()
{
    forge::EventMix mix;
    const Log log(anyValues(mix));
    Pieces pieces;
    log.visit(pieces);
    prove(log, Nasty + pieces.texts.first(std::min<qsizetype>(pieces.texts.size(), 150)), 30'000, 500);
}

void EvtxContentScanTest::textsOfAnyCase()
{
    forge::EventMix mix;
    const Log log(anyTexts(mix));
    Pieces pieces;
    log.visit(pieces);
    prove(log, Nasty + pieces.texts.first(std::min<qsizetype>(pieces.texts.size(), 150)), 50'000, 2'000);
}

void EvtxContentScanTest::oddEvents()
{
    std::vector<forge::Fragment> records = forge::oddValues();
    for (forge::Fragment &record : forge::oddElements())
        records.push_back(std::move(record));
    const Log log(records);
    Pieces pieces;
    log.visit(pieces);
    prove(log, Nasty + pieces.texts, 0, 0); // most of them have no payload of their own
}

QTEST_APPLESS_MAIN(EvtxContentScanTest)
#include "tst_evtxcontentscan.moc"
