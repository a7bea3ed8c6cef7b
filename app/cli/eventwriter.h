// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The forms that dump writes, each as three functions: what stands before all events, the events of one part of a log,
// and what stands behind. Parts are written by several threads at once, each into its own buffer.

#include "formats/logreader.h"
#include "knowledge/matcher.h"

#include <QTimeZone>

#include <functional>
#include <string>

namespace evident {

struct EventWriter {
    std::string before;
    std::function<PartReport(const LogReader &reader, std::size_t part, OutBuffer &out)> part;
    std::string behind;
};

/// What the forms made for people need beside the log. All must outlive the writer.
struct WriterContext {
    const Names &names;
    const Matcher &matcher;
    QTimeZone zone;
};

/// CONTRACT's columns as CSV.
[[nodiscard]] EventWriter csvWriter(const WriterContext &context);
/// Event Viewer's block of "Log Name: …" lines, one an event.
[[nodiscard]] EventWriter textWriter(const WriterContext &context);

/// Every event of a part as a whole Event with its description, for the two above. Recovered records are left out.
[[nodiscard]] PartReport forEachEvent(const LogReader &reader, std::size_t part, const WriterContext &context,
    const std::function<void(const Event &, const QString &)> &visit);

} // namespace evident
