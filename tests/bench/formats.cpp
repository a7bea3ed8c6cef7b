// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-formats [Google Benchmark's options] FILE: reading and dumping a log on one thread, and what both are made of.
// Every answer is proved first, by a way that is slow and plain.

#include "bytes/utf16.h"
#include "formats/evtx/checksum.h"
#include "formats/openlog.h"
#include "sources/filesource.h"

#include <benchmark/benchmark.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

#include <cstdio>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

using Reader = std::shared_ptr<const LogReader>;

class RowList final : public RowSink {
public:
    void row(const EventRow &row, const EventContent & /*content*/) override { rows.push_back(row); }
    std::vector<EventRow> rows;
};

std::vector<EventRow> rowsOf(const LogReader &reader)
{
    RowList list;
    for (std::size_t part = 0; part < reader.partCount(); ++part)
        static_cast<void>(reader.readPart(part, list));
    return std::move(list.rows);
}

QByteArray dumpOf(const LogReader &reader, DumpForm form)
{
    OutBuffer out;
    for (std::size_t part = 0; part < reader.partCount(); ++part)
        static_cast<void>(reader.dumpPart(part, form, out));
    return {out.view().data(), static_cast<qsizetype>(out.size())};
}

void must(bool holds, const char *what, std::size_t number)
{
    if (!holds)
        qFatal("wrong answer: %s of event %zu", what, number);
}

/// Every row against the event as it is decoded for the details pane, one by one.
void proveRows(const LogReader &reader, const Names &names)
{
    const auto rows = rowsOf(reader);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto event = reader.event(rows[i].place);
        must(event.has_value(), "place", i);
        must(event->time == rows[i].time, "time", i);
        must(event->id == rows[i].id && event->level == rows[i].level && event->task == rows[i].task, "numbers", i);
        must(event->recordId == rows[i].recordId && event->keywords == rows[i].keywords, "record", i);
        must(event->processId == rows[i].processId && event->threadId == rows[i].threadId, "process", i);
        must(event->provider == names.text(rows[i].provider) && event->channel == names.text(rows[i].channel)
                && event->computer == names.text(rows[i].computer) && event->user == names.text(rows[i].user)
                && event->activityId == rows[i].activity.text(names),
            "names", i);
    }
}

/// Every line read by Qt's reader of JSON, against the event's own values.
void proveJson(const LogReader &reader)
{
    const auto rows = rowsOf(reader);
    const QList<QByteArray> lines = dumpOf(reader, DumpForm::JsonLines).split('\n');
    must(lines.size() == static_cast<qsizetype>(rows.size()) + 1, "line", rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto event = reader.event(rows[i].place);
        const QJsonObject top = QJsonDocument::fromJson(lines[static_cast<qsizetype>(i)]).object()[u"Event"].toObject();
        const QJsonObject system = top[u"System"].toObject();
        must(system[u"Computer"].toString() == event->computer, "computer", i);
        must(system[u"EventRecordID"].toInteger() == static_cast<qint64>(*event->recordId), "record", i);
        const QJsonObject data = top[u"EventData"].toObject();
        for (const EventValue &value : event->content.values) {
            const QJsonValue written = data[value.name];
            if (!value.name.isEmpty() && written.isString() && !value.text.startsWith(u'{'))
                must(written.toString() == value.text, "value", i);
        }
    }
}

/// Every element read by Qt's reader of XML, its leaves against the event's own values.
void proveXml(const LogReader &reader)
{
    const auto rows = rowsOf(reader);
    QXmlStreamReader xml("<Events>" + dumpOf(reader, DumpForm::Xml) + "</Events>");
    xml.readNextStartElement();
    std::size_t i = 0;
    for (; xml.readNextStartElement(); ++i) {
        const auto event = reader.event(rows.at(i).place);
        std::size_t known = 0;
        while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"Event") && !xml.atEnd()) {
            if (!xml.isStartElement() || xml.name() != u"Data" || !xml.attributes().hasAttribute(u"Name"_s))
                continue;
            const QString name = xml.attributes().value(u"Name"_s).toString();
            const QString text = xml.readElementText();
            const auto &values = event->content.values;
            // A reader of XML turns CR LF into LF.
            must(known < values.size() && values[known].name == name
                    && QString(values[known].text).replace("\r\n"_L1, "\n"_L1) == text,
                "value", i);
            ++known;
        }
    }
    must(!xml.hasError() && i == rows.size(), "element", i);
}

void measureReader(const Reader &reader, const Names &names)
{
    const auto add = [](const char *name, auto prove, auto work, std::uint64_t bytes) {
        benchmark::RegisterBenchmark(name, [=](benchmark::State &state) {
            prove();
            for (auto _ : state) // NOLINT(clang-analyzer-deadcode.DeadStores)
                benchmark::DoNotOptimize(work());
            state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
        })->Unit(benchmark::kMillisecond);
    };
    const std::uint64_t bytes = reader->source().size();
    add("rows", [=, &names] { proveRows(*reader, names); }, [=] { return rowsOf(*reader).size(); }, bytes);
    add("jsonl", [=] { proveJson(*reader); }, [=] { return dumpOf(*reader, DumpForm::JsonLines).size(); }, bytes);
    add("xml", [=] { proveXml(*reader); }, [=] { return dumpOf(*reader, DumpForm::Xml).size(); }, bytes);
}

void measureText()
{
    static const QString text =
        u"C:\\Program Files\\Größe & Länge\\\"quoted\" 印刷スプーラー %%1833 plain text that goes on"_s;
    benchmark::RegisterBenchmark("utf16/json", [](benchmark::State &state) {
        OutBuffer out;
        appendJsonText(out, asUtf16Bytes(text));
        const QByteArray quoted = "[\"" + QByteArray(out.view().data(), static_cast<qsizetype>(out.size())) + "\"]";
        must(QJsonDocument::fromJson(quoted)[0].toString() == text, "text", 0);
        for (auto _ : state) { // NOLINT(clang-analyzer-deadcode.DeadStores)
            out.clear();
            appendJsonText(out, asUtf16Bytes(text));
            benchmark::DoNotOptimize(out.view().data());
        }
        state.SetBytesProcessed(state.iterations() * text.size() * 2);
    });
}

/// The checksum of the slow, plain kind: bit by bit.
std::uint32_t plainCrc(Bytes bytes)
{
    std::uint32_t sum = 0xffffffff;
    for (const std::uint8_t byte : bytes) {
        sum ^= byte;
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ ((sum & 1) != 0 ? 0xedb88320 : 0);
    }
    return ~sum;
}

void measureChecksum()
{
    benchmark::RegisterBenchmark("crc32", [](benchmark::State &state) {
        std::vector<std::uint8_t> bytes(65'536);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<std::uint8_t>(i * i >> 3);
        must(evtx::crc32(bytes) == plainCrc(bytes), "checksum", 0);
        for (auto _ : state) // NOLINT(clang-analyzer-deadcode.DeadStores)
            benchmark::DoNotOptimize(evtx::crc32(bytes));
        state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
    });
}

} // namespace

int main(int count, char **values)
{
    benchmark::Initialize(&count, values);
    Names names;
    const auto reader = FileSource::open(count == 2 ? QString::fromLocal8Bit(values[1]) : QString())
                            .and_then([&names](const auto &source) { return openLog(source, names); });
    if (!reader) {
        std::fputs("bench-formats [--benchmark_…] FILE\n", stderr);
        return 2;
    }
    measureReader(*reader, names);
    measureText();
    measureChecksum();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
