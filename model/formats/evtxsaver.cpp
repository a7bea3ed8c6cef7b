// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtxsaver.h"

#include "formats/evtx/evtxreader.h"
#include "formats/text/xmlrecord.h"

using namespace Qt::StringLiterals;

namespace evident {

namespace {

class PlaceSink final : public RowSink {
public:
    std::vector<std::uint64_t> places;

    void row(const EventRow &row, const EventContent &) override
    {
        if (!has(row.marks, RowMark::Recovered))
            places.push_back(row.place);
    }
};

void buildLeaf(evtx::EventBuilder &out, QStringView name, QStringView text)
{
    out.open(name);
    out.text(text);
    out.close();
}

void buildLeaf(evtx::EventBuilder &out, QStringView name, std::uint64_t number)
{
    buildLeaf(out, name, QString::number(number));
}

void buildClassicSystem(evtx::EventBuilder &out, const Event &event)
{
    out.open(u"System");
    out.open(u"Provider");
    out.attribute(u"Name", event.provider);
    out.close();
    out.open(u"EventID");
    out.attribute(u"Qualifiers", QString::number(event.qualifiers.value_or(0)));
    out.text(QString::number(event.id));
    out.close();
    buildLeaf(out, u"Level", event.levelNumber.value_or(0));
    buildLeaf(out, u"Task", event.task);
    buildLeaf(out, u"Keywords", "0x"_L1 + QString::number(event.keywords, 16));
    out.open(u"TimeCreated");
    out.attribute(u"SystemTime", event.time.toIso());
    out.close();
    buildLeaf(out, u"EventRecordID", event.recordId.value_or(0));
    buildLeaf(out, u"Channel", event.channel);
    buildLeaf(out, u"Computer", event.computer);
    out.open(u"Security");
    if (!event.user.isEmpty())
        out.attribute(u"UserID", event.user);
    out.close();
    out.close();
}

/// The event of an .evt as its dump shows it, but with every character of its strings.
void buildClassic(evtx::EventBuilder &out, const Event &event)
{
    out.open(u"Event");
    out.attribute(u"xmlns", u"http://schemas.microsoft.com/win/2004/08/events/event");
    buildClassicSystem(out, event);
    out.open(u"EventData");
    for (const EventValue &value : event.content.values)
        buildLeaf(out, u"Data", value.text);
    if (!event.content.data.isEmpty())
        buildLeaf(out, u"Binary", QString::fromLatin1(event.content.data.toHex().toUpper()));
    out.close();
    out.close();
}

void buildTokens(evtx::EventBuilder &out, const RecordTokens &tokens)
{
    for (const RecordToken &token : tokens) {
        switch (token.kind) {
        case RecordToken::Kind::Element: out.open(token.name); break;
        case RecordToken::Kind::Attribute: out.attribute(token.name, token.text); break;
        case RecordToken::Kind::Text: out.text(token.text); break;
        case RecordToken::Kind::End: out.close(); break;
        }
    }
}

} // namespace

EvtxSaver::EvtxSaver(QIODevice &device)
    : m_writer(device)
{
}

Result<PartReport> EvtxSaver::addPart(const LogReader &reader, std::size_t part)
{
    PartReport report;
    if (reader.format() == LogFormat::Evtx) {
        const auto &log = static_cast<const evtx::EvtxReader &>(reader);
        report = log.copyPart(part, [&](std::uint64_t place, const auto &record) { add(reader, place, record); });
    } else {
        PlaceSink sink;
        report = reader.readPart(part, sink);
        for (const std::uint64_t place : sink.places) {
            if (const auto built = build(reader, place); !built && !m_failure)
                report.damages.push_back({.offset = place, .length = 1, .code = built.error().code, .what = "record"});
        }
    }
    return m_failure ? Result<PartReport>(std::unexpected(*m_failure)) : report;
}

Result<void> EvtxSaver::addEvent(const LogReader &reader, std::uint64_t place)
{
    const auto read = reader.format() == LogFormat::Evtx
        ? static_cast<const evtx::EvtxReader &>(reader).copyRecord(
              place, [&](std::uint64_t at, const auto &record) { add(reader, at, record); })
        : build(reader, place);
    return m_failure ? Result<void>(std::unexpected(*m_failure)) : read;
}

Result<void> EvtxSaver::finish()
{
    return m_failure ? Result<void>(std::unexpected(*m_failure)) : m_writer.finish();
}

/// Reads the event at @p place as a whole and makes a record of it.
Result<void> EvtxSaver::build(const LogReader &reader, std::uint64_t place)
{
    if (reader.format() == LogFormat::Evt) {
        const auto event = reader.event(place);
        if (!event)
            return std::unexpected(event.error());
        buildClassic(m_builder, *event);
    } else {
        const auto tokens = reader.eventAs(place, DumpForm::Xml).and_then([](const QByteArray &xml) {
            return tokensFromXml(QString::fromUtf8(xml));
        });
        if (!tokens)
            return std::unexpected(tokens.error());
        buildTokens(m_builder, *tokens);
    }
    add(reader, place, m_builder.record());
    return {};
}

void EvtxSaver::add(const LogReader &reader, std::uint64_t place, const evtx::WrittenRecord &record)
{
    if (m_failure)
        return;
    const auto added = m_writer.add(record);
    if (!added)
        m_failure = added.error();
    else if (*added == evtx::EvtxWriter::Added::LargerThanAChunk)
        m_leftOut.push_back({.log = reader.source().name(), .place = place});
}

} // namespace evident
