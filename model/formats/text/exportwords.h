// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words that Windows' tools put into exports, in the languages they come in: headings of columns, labels of lines,
// names of levels, words for "nothing". One table each, searched by a word without its blanks, hyphens and case. Free
// functions.

#include "events/level.h"

#include <QString>

#include <optional>

namespace evident {

/// What a column or a labelled line of an export holds.
enum class ExportColumn : std::uint8_t {
    Unknown, ///< kept as a named value
    Ignored, ///< known, and holds nothing of the event
    EventLevel, ///< a level's word or number
    ClassicType, ///< a type's number as Windows NT counts them
    Keywords, ///< words, or the mask as a number
    Time, ///< date and time
    Date, ///< a date; with Clock the time, alone a date and time
    Clock,
    UtcTime, ///< date and time in UTC
    Source,
    SourceName, ///< EventSourceName
    ProviderGuid,
    EventId,
    Qualifiers,
    Version,
    Task, ///< a number, a number in brackets, or a word
    Opcode,
    User,
    UserName, ///< the user where no User column is
    Computer,
    Log,
    RecordId,
    RecordNumber, ///< the record id where no RecordId column is
    ProcessId,
    ThreadId,
    ActivityId,
    RelatedActivityId,
    Message,
    Strings, ///< insertion strings joined by '|'
    Payload, ///< EventData or UserData as JSON
    PayloadPart, ///< a piece of the payload, kept as a named value where there is no payload
};

/// Without blanks, hyphens, underscores and case: the form in which words are compared.
[[nodiscard]] QString foldedWord(QStringView text);

/// What a heading, or the label of a line (without its colon), announces; Unknown when no language has it.
[[nodiscard]] ExportColumn columnOf(QStringView heading);
/// The label of the first line of an event that was copied as text: "Log Name" in some language.
[[nodiscard]] bool isLogNameLabel(QStringView label);
/// True for headings and labels in English.
[[nodiscard]] bool isEnglish(QStringView heading);

/// The level that a word stands for in some language.
[[nodiscard]] std::optional<Level> levelFromExport(QStringView word);
/// The audit bits of a list of keywords, in some language; 0 when it names neither.
[[nodiscard]] std::uint64_t auditKeywords(QStringView words);
/// "N/A", "None", "-" in some language: the export says that there is no such value.
[[nodiscard]] bool meansNothing(QStringView word);

} // namespace evident
