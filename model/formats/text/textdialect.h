// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One way of writing events as text: how its records are told apart in the file and how one of them is understood.
// Chosen once per file by what its first characters say; owned by the file's TextReader. After the dates of the file
// were learnt nothing changes in it, and every worker uses the same one.

#include "bytes/outbuffer.h"
#include "events/damage.h"
#include "formats/logreader.h"
#include "formats/text/exportedevent.h"
#include "formats/text/unitwindow.h"

#include <memory>
#include <optional>

namespace evident {

/// A stretch of the file.
struct TextCut {
    enum class Kind : std::uint8_t {
        Record, ///< from its first sign to its last
        Torn, ///< a record that does not end as it should
        Gap, ///< holds no record
    };
    Kind kind = Kind::Record;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    RecordFault fault{}; ///< of Torn and Gap
};

/// Longer than any event that Windows can hold; what goes on for longer is no record.
inline constexpr std::uint64_t LongestRecord = 8 * 1024 * 1024;

class TextDialect {
public:
    TextDialect() = default;
    TextDialect(const TextDialect &) = delete;
    TextDialect &operator=(const TextDialect &) = delete;
    virtual ~TextDialect() = default;

    [[nodiscard]] virtual LogFormat format() const = 0;
    /// Moves over headings at the file's begin.
    virtual void skipHead(UnitWindow &) const { }
    /// The next record or gap from where the window stands, which is between records; the window moves behind it.
    /// Nothing at the end. Depends on nothing but the bytes from there on.
    [[nodiscard]] virtual std::optional<TextCut> next(UnitWindow &window) const = 0;

    [[nodiscard]] virtual DecodedRecord decode(const QString &record) const = 0;
    /// What writing a record came to.
    struct Written {
        bool isEvent = false; ///< else nothing was written
        std::optional<RecordFault> fault;
    };
    /// Writes the record as `dump` prints it: as it stands where the export holds that form, else made from its event.
    virtual Written write(const QString &record, DumpForm form, OutBuffer &out) const;

    /// Whether the order of day and month is still open: then learn() wants each record, in the order of the file.
    [[nodiscard]] virtual bool isLearning() const { return false; }
    virtual void learn(const QString &) { }
    /// Ends learning. True when the order had to be guessed.
    [[nodiscard]] virtual bool settle() { return false; }
};

/// The first characters of a file, for recognising its dialect.
struct TextHead {
    QString text; ///< some thousand characters, cut anywhere
};

/// Each answers the dialect when it knows the text, else null.
[[nodiscard]] std::unique_ptr<TextDialect> xmlDialect(const TextHead &head);
[[nodiscard]] std::unique_ptr<TextDialect> jsonDialect(const TextHead &head);
[[nodiscard]] std::unique_ptr<TextDialect> blockDialect(const TextHead &head);
[[nodiscard]] std::unique_ptr<TextDialect> tableDialect(const TextHead &head);
[[nodiscard]] std::unique_ptr<TextDialect> plainRowDialect(const TextHead &head);

/// Moves behind blanks and line ends.
void skipBlanks(UnitWindow &window);
/// Moves behind the end of the line, CR LF, LF or CR.
void skipLine(UnitWindow &window);
/// Units from the window's place to the end of the line, without it; no more than @p most.
[[nodiscard]] std::size_t lineLength(UnitWindow &window, std::size_t most, std::size_t ahead = 0);

} // namespace evident
