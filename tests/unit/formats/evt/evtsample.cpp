// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evtsample.h"

#include "formats/evt/evtreader.h"
#include "sources/filesource.h"

#include <QtEndian>

#include <sstream>

namespace evident::test {

namespace {

class Collector final : public RowSink {
public:
    explicit Collector(ReadLog &log)
        : m_log(log)
    {
    }
    void row(const EventRow &row, const EventContent &content) override
    {
        auto &rows = has(row.marks, RowMark::Recovered) ? m_log.recovered : m_log.rows;
        rows.push_back({.row = row, .values = content.values()});
    }

private:
    ReadLog &m_log;
};

Names &names()
{
    static Names all;
    return all;
}

} // namespace

void EvtSample::put32(std::size_t at, std::uint32_t value)
{
    qToLittleEndian(value, bytes.data() + at);
}

void EvtSample::put16(std::size_t at, std::uint16_t value)
{
    qToLittleEndian(value, bytes.data() + at);
}

std::uint32_t EvtSample::u32(std::size_t at) const
{
    return qFromLittleEndian<std::uint32_t>(bytes.constData() + at);
}

forge::EvtEvent sampleEvent(std::uint32_t number)
{
    return {
        .generated = 920'000'000 + number,
        .eventId = 0xC00003F0 + number % 7,
        .type = forge::EvtType::Error,
        .source = u"Perflib",
        .computer = u"MAIL01",
        .sid = number % 3 == 0 ? forge::sid({18}) : std::string(),
        .strings = std::vector<std::u16string>(number % 4, std::u16string(number % 11, u'x')),
        .data = std::string(number % 5 * 4, '\2'),
    };
}

EvtSample logOf(const std::vector<forge::EvtEvent> &events, forge::EvtOptions options)
{
    std::ostringstream out;
    forge::EvtFile log(out, options);
    for (const auto &event : events)
        log.add(event);
    log.finish();
    EvtSample sample;
    sample.bytes = QByteArray::fromStdString(out.str());
    sample.records.assign(log.records().begin(), log.records().end());
    sample.end = log.end();
    sample.hasWrapped = log.hasWrapped();
    return sample;
}

EvtSample sampleLog(int count, forge::EvtOptions options)
{
    std::vector<forge::EvtEvent> events;
    for (int i = 1; i <= count; ++i)
        events.push_back(sampleEvent(static_cast<std::uint32_t>(i)));
    return logOf(events, options);
}

std::vector<std::uint64_t> ReadLog::numbers() const
{
    std::vector<std::uint64_t> all;
    all.reserve(rows.size());
    for (const auto &read : rows)
        all.push_back(read.row.recordId);
    return all;
}

QByteArray ReadLog::dump(DumpForm form) const
{
    OutBuffer out;
    for (std::size_t part = 0; part < reader->partCount(); ++part)
        reader->dumpPart(part, form, out);
    return QByteArrayView(out.view()).toByteArray();
}

ReadLog readLog(const QByteArray &bytes, const QString &name)
{
    ReadLog log;
    log.reader = *openEvt(std::make_shared<MemorySource>(name, bytes), names());
    log.damages = log.reader->headDamages();
    Collector collector(log);
    for (std::size_t part = 0; part < log.reader->partCount(); ++part) {
        const PartReport report = log.reader->readPart(part, collector);
        log.records += report.records;
        log.recoveredCount += report.recovered;
        log.damages.insert(log.damages.end(), report.damages.begin(), report.damages.end());
    }
    return log;
}

std::vector<std::uint64_t> numbersOf(const EvtSample &sample)
{
    std::vector<std::uint64_t> all;
    all.reserve(sample.records.size());
    for (const auto &record : sample.records)
        all.push_back(record.number);
    return all;
}

QString damageText(const Damages &damages)
{
    QString text;
    for (const auto &damage : damages) {
        text += QStringLiteral("[%1 at %2 + %3: %4]")
                    .arg(errorCodeName(damage.code))
                    .arg(damage.offset)
                    .arg(damage.length)
                    .arg(QLatin1StringView(damage.what));
    }
    return text;
}

} // namespace evident::test
