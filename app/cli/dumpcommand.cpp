// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "errortext.h"
#include "eventwriter.h"
#include "evtxdump.h"
#include "inputs.h"
#include "interrupt.h"
#include "orderedwork.h"
#include "output.h"
#include "shelfloading.h"

#include <QCoreApplication>

#include <mutex>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct DumpCommandWords {
    Q_DECLARE_TR_FUNCTIONS(DumpCommand)
};

/// Buffers that were written out and can be filled again: fresh memory for every part costs more than its bytes.
class SpareBuffers {
public:
    OutBuffer take()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_buffers.empty())
            return {};
        OutBuffer buffer = std::move(m_buffers.back());
        m_buffers.pop_back();
        return buffer;
    }
    void giveBack(OutBuffer buffer)
    {
        buffer.clear();
        const std::scoped_lock lock(m_mutex);
        m_buffers.push_back(std::move(buffer));
    }

private:
    std::mutex m_mutex;
    std::vector<OutBuffer> m_buffers;
};

struct WrittenPart {
    OutBuffer out;
    PartReport report;
};

class Dump {
public:
    Dump(const EventWriter &writer, Output &output, Inputs &inputs, int threads)
        : m_writer(writer)
        , m_output(output)
        , m_inputs(inputs)
        , m_threads(threads)
    {
    }

    void run(Names &names)
    {
        if (!write(m_writer.before))
            return;
        m_inputs.forEach(names, [this](const std::shared_ptr<const LogReader> &reader) { return dumpLog(*reader); });
        if (!interrupted() && write(m_writer.behind)) {
            if (const auto finished = m_output.finish(); !finished)
                m_inputs.tellOutputFailed(finished.error());
        }
    }

private:
    bool dumpLog(const LogReader &reader)
    {
        OrderedWork<WrittenPart> work(reader.partCount(), m_threads, [&](std::size_t part) {
            WrittenPart written{.out = m_spares.take(), .report = {}};
            if (!interrupted())
                written.report = m_writer.part(reader, part, written.out);
            return written;
        });
        Damages damages = reader.headDamages();
        std::uint64_t bytes = 0;
        for (std::size_t part = 0; auto piece = work.next(); ++part) {
            if (interrupted() || !write(piece->out.view()))
                return false;
            damages.insert(damages.end(), piece->report.damages.begin(), piece->report.damages.end());
            m_spares.giveBack(std::move(piece->out));
            bytes += reader.partBytes(part);
            m_inputs.progress().tell(reader.source().name(), bytes, reader.source().size());
        }
        m_inputs.tell(reader.source().name(), damages);
        return true;
    }

    bool write(std::string_view bytes)
    {
        if (m_failed)
            return false;
        if (const auto written = m_output.write(bytes); !written) {
            m_inputs.tellOutputFailed(written.error());
            m_failed = true;
        }
        return !m_failed;
    }

    const EventWriter &m_writer;
    Output &m_output;
    Inputs &m_inputs;
    int m_threads;
    SpareBuffers m_spares;
    bool m_failed = false;
};

EventWriter recordWriter(DumpForm form)
{
    const auto part = [form](const LogReader &reader, std::size_t number, OutBuffer &out) {
        return reader.dumpPart(number, form, out);
    };
    if (form == DumpForm::JsonLines)
        return {.before = {}, .part = part, .behind = {}};
    return {.before = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<Events>\n",
        .part = part,
        .behind = "</Events>\n"};
}

enum class Form : std::uint8_t { JsonLines, Xml, Csv, Text, Evtx };

std::optional<Form> formFrom(const QString &word)
{
    if (word == "jsonl"_L1)
        return Form::JsonLines;
    if (word == "xml"_L1)
        return Form::Xml;
    if (word == "csv"_L1)
        return Form::Csv;
    if (word == "evtx"_L1)
        return Form::Evtx;
    return word == "text"_L1 ? std::optional(Form::Text) : std::nullopt;
}

/// What is wrong with the arguments, as a sentence; empty when nothing is.
QString complaint(const Arguments &arguments)
{
    const QString format = arguments.value(u"format"_s);
    if (arguments.has(u"filter"_s))
        return DumpCommandWords::tr("--filter is not built yet. Dump everything and filter the output.");
    if (!formFrom(format))
        return DumpCommandWords::tr("--format has to be one of jsonl, xml, csv, text and evtx.");
    if (!threadsFrom(arguments))
        return DumpCommandWords::tr("-j takes a number of threads from 1 to 256.");
    return {};
}

ExitCode run(const Arguments &arguments, const QString &language)
{
    if (const QString sentence = complaint(arguments); !sentence.isEmpty()) {
        say(sentence);
        return ExitCode::Usage;
    }
    const Form form = *formFrom(arguments.value(u"format"_s));
    const bool forPeople = form == Form::Text;
    Inputs inputs(arguments);
    auto output = Output::open(arguments.value(u"o"_s));
    if (!output) {
        inputs.tellOutputFailed(output.error());
        return inputs.finish();
    }
    Names names;
    if (form == Form::Evtx) {
        EvtxDump(*output, inputs).run(names);
        return inputs.finish();
    }
    LoadedShelf shelf;
    if (form == Form::Csv || form == Form::Text) {
        auto loaded = loadShelf({}, language);
        if (!loaded) {
            inputs.tellOutputFailed(loaded.error());
            return inputs.finish();
        }
        shelf = std::move(*loaded);
    }
    const Matcher matcher(shelf.shelf);
    const WriterContext context{.names = names,
        .matcher = matcher,
        .zone = *timeZoneFrom(arguments.value(u"tz"_s, forPeople ? u"local"_s : u"utc"_s))};
    const EventWriter writer = form == Form::Csv ? csvWriter(context)
        : form == Form::Text                     ? textWriter(context)
                             : recordWriter(form == Form::Xml ? DumpForm::Xml : DumpForm::JsonLines);
    Dump(writer, *output, inputs, *threadsFrom(arguments)).run(names);
    return inputs.finish();
}

} // namespace

Command dumpCommand()
{
    Command command{
        .grammar =
            {
                .command = u"dump"_s,
                .operands = u"PATH…"_s,
                .summary =
                    DumpCommandWords::tr("Writes every event of the logs, in the order in which they lie in the file."),
                .options =
                    {
                        {u"format"_s, u"jsonl|xml|csv|text|evtx"_s, DumpCommandWords::tr("How to write them.")},
                        {u"j"_s, u"THREADS"_s,
                            DumpCommandWords::tr(
                                "Threads to work with; otherwise one for each core. An .evtx is written by one.")},
                        {u"filter"_s, u"QUERY"_s,
                            DumpCommandWords::tr("Only the events that the query finds; not built yet.")},
                    },
            },
        .run = run,
    };
    for (Option &option : Inputs::accountOptions())
        command.grammar.options.push_back(std::move(option));
    return command;
}

} // namespace evident
