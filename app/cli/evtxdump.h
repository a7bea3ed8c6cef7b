// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes the events of all logs of a command as one .evtx: into the output's file itself, or by way of a temporary file where
// the output cannot go back to write the head. Owned by the dump command while it runs.

#include "formats/evtxsaver.h"
#include "inputs.h"
#include "output.h"

namespace evident {

class EvtxDump {
public:
    /// Both must outlive it.
    EvtxDump(Output &output, Inputs &inputs);
    void run(Names &names);

private:
    [[nodiscard]] bool dumpLog(EvtxSaver &saver, const LogReader &reader);
    [[nodiscard]] Result<void> finish(EvtxSaver &saver, QIODevice &file);
    void tellLeftOut(const EvtxSaver &saver);

    Output &m_output;
    Inputs &m_inputs;
    bool m_failed = false;
};

} // namespace evident
