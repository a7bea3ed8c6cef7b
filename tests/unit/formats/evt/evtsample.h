// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small .evt logs for the tests of their reader, and all that the reader makes of one.

#include "forge/evtfile.h"
#include "formats/logreader.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace evident::test {

/// A log as bytes, and where forge put its records.
struct EvtSample {
    QByteArray bytes;
    std::vector<forge::EvtPlace> records;
    std::uint32_t end = 0; ///< offset of the end-of-file record
    bool hasWrapped = false;

    void put32(std::size_t at, std::uint32_t value);
    void put16(std::size_t at, std::uint16_t value);
    [[nodiscard]] std::uint32_t u32(std::size_t at) const;
};

/// A log of @p count events of different sizes, numbered from 1.
[[nodiscard]] EvtSample sampleLog(int count, forge::EvtOptions options = {});
/// The event number @p number of it.
[[nodiscard]] forge::EvtEvent sampleEvent(std::uint32_t number);
/// A log of these events.
[[nodiscard]] EvtSample logOf(const std::vector<forge::EvtEvent> &events, forge::EvtOptions options = {});

struct ReadRow {
    EventRow row;
    EventValues values;
};

/// Everything that reading a log gives.
struct ReadLog {
    std::shared_ptr<const LogReader> reader;
    std::vector<ReadRow> rows; ///< the log's own
    std::vector<ReadRow> recovered;
    Damages damages; ///< of head and parts
    std::uint64_t records = 0;
    std::uint64_t recoveredCount = 0;

    [[nodiscard]] std::vector<std::uint64_t> numbers() const;
    [[nodiscard]] QByteArray dump(DumpForm form) const;
};

/// The names live as long as the process.
[[nodiscard]] ReadLog readLog(const QByteArray &bytes, const QString &name = QStringLiteral("/logs/Application.evt"));
/// "[BadSize at 48 + 100: record]" for each.
[[nodiscard]] QString damageText(const Damages &damages);
/// The numbers of the records that forge put into the log.
[[nodiscard]] std::vector<std::uint64_t> numbersOf(const EvtSample &sample);

} // namespace evident::test
