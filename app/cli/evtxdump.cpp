// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evtxdump.h"

#include "interrupt.h"

#include <QCoreApplication>
#include <QTemporaryFile>

#include <ranges>

namespace evident {

namespace {

constexpr std::size_t LeftOutSaid = 5;

struct EvtxDumpWords {
    Q_DECLARE_TR_FUNCTIONS(EvtxDump)
};

} // namespace

EvtxDump::EvtxDump(Output &output, Inputs &inputs)
    : m_output(output)
    , m_inputs(inputs)
{
}

void EvtxDump::run(Names &names)
{
    QTemporaryFile spool;
    QIODevice *file = m_output.file();
    if (!file && !spool.open()) {
        m_inputs.tellOutputFailed(Error{.code = ErrorCode::WriteFailed,
            .what = "temporary file",
            .place = {.source = spool.fileTemplate()},
            .native = 0,
            .detail = spool.errorString()});
        return;
    }
    QIODevice &target = file ? *file : spool;
    EvtxSaver saver(target);
    m_inputs.forEach(names,
        [&](const std::shared_ptr<const LogReader> &reader) { return dumpLog(saver, *reader) && !interrupted(); });
    if (interrupted() || m_failed)
        return;
    tellLeftOut(saver);
    if (const auto finished = finish(saver, target); !finished)
        m_inputs.tellOutputFailed(finished.error());
}

bool EvtxDump::dumpLog(EvtxSaver &saver, const LogReader &reader)
{
    Damages damages = reader.headDamages();
    std::uint64_t bytes = 0;
    for (std::size_t part = 0; part < reader.partCount() && !interrupted(); ++part) {
        const auto added = saver.addPart(reader, part);
        if (!added) {
            m_inputs.tellOutputFailed(added.error());
            m_failed = true;
            return false;
        }
        damages.insert(damages.end(), added->damages.begin(), added->damages.end());
        bytes += reader.partBytes(part);
        m_inputs.progress().tell(reader.source().name(), bytes, reader.source().size());
    }
    m_inputs.tell(reader.source().name(), damages);
    return true;
}

/// Writes what is left of @p file and hands it on where it is not the output's own.
Result<void> EvtxDump::finish(EvtxSaver &saver, QIODevice &file)
{
    if (const auto finished = saver.finish(); !finished)
        return finished;
    if (&file != m_output.file()) {
        constexpr qint64 Piece = qint64{1} << 20;
        file.seek(0);
        for (QByteArray bytes = file.read(Piece); !bytes.isEmpty(); bytes = file.read(Piece)) {
            if (const auto written = m_output.write(bytes); !written)
                return written;
        }
    }
    return m_output.finish();
}

void EvtxDump::tellLeftOut(const EvtxSaver &saver)
{
    for (const EvtxSaver::LeftOut &event : saver.leftOut() | std::views::take(LeftOutSaid))
        m_inputs.tellIncomplete(
            EvtxDumpWords::tr("%1: the event at offset %2 is larger than an .evtx can hold one and was left out.")
                .arg(event.log)
                .arg(event.place));
    if (saver.leftOut().size() > LeftOutSaid)
        m_inputs.tellIncomplete(
            EvtxDumpWords::tr("… and %n more.", nullptr, static_cast<int>(saver.leftOut().size() - LeftOutSaid)));
}

} // namespace evident
