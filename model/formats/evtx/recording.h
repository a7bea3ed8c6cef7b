// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How records of one shape are written. Between records of the same templates whose values are of the same types, and
// null and empty in the same places, nothing differs in a dump but the values' own texts. So the first one is written the
// plain way, by walking its programs; where values went is noted, and the next ones are put together from the texts between
// and their own values. What does not come out the same way at once is never recorded. A Recordings belongs to one thread
// at a time, and goes with the reader of the log.

#include "formats/evtx/fragment.h"
#include "formats/logreader.h"

#include <string>
#include <unordered_map>

namespace evident::evtx {

/// What a value is written into, which says what is escaped.
enum class ValueSpot : std::uint8_t { Json, XmlText, XmlAttribute };

/// Where the writers note that they have written a value. Not all that is written stays: see Recordings.
class ValueLog {
public:
    struct Entry {
        std::size_t begin = 0; ///< in the output
        std::size_t end = 0;
        const std::uint8_t *data = nullptr; ///< of the value
        ValueSpot spot{};
    };
    void wrote(std::size_t begin, std::size_t end, const Value &value, ValueSpot spot)
    {
        if (end > begin)
            m_entries.push_back({.begin = begin, .end = end, .data = value.data, .spot = spot});
    }
    /// Something was put between, or taken away: places of values no longer stand.
    void moved() { m_hasMoved = true; }
    void clear()
    {
        m_entries.clear();
        m_hasMoved = false;
    }
    [[nodiscard]] bool hasMoved() const { return m_hasMoved; }
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }

private:
    std::vector<Entry> m_entries;
    bool m_hasMoved = false;
};

class Recordings {
public:
    /// Writes the record by its recording; false, and nothing written, when there is none.
    [[nodiscard]] bool play(const FragmentReader &record, DumpForm form, OutBuffer &out);
    /// Whether what play() just found no recording for is worth one: write it the plain way with log(), then call record().
    [[nodiscard]] bool wantsRecording() const { return m_wanted != nullptr; }
    [[nodiscard]] ValueLog &log() { return m_log; }
    /// Keeps how the record of the last play() was written to @p out, from @p begin on.
    void record(const FragmentReader &record, const OutBuffer &out, std::size_t begin);

private:
    struct Slot {
        std::uint32_t literal = 0; ///< bytes of literal text before it
        std::uint16_t value = 0; ///< its number, those of the nested fragment behind the outer ones
        ValueSpot spot{};
    };
    struct Recording {
        bool isPlayable = false;
        std::string literals; ///< one behind the other; what the places leave over comes last
        std::vector<Slot> places;
    };
    struct Hash {
        std::size_t operator()(const std::string &key) const;
    };

    [[nodiscard]] bool makeKey(const FragmentReader &record, DumpForm form);
    [[nodiscard]] bool make(
        const FragmentReader &record, std::string_view text, std::size_t begin, Recording &made) const;
    [[nodiscard]] static bool play(const Recording &recording, const FragmentReader &record, OutBuffer &out);

    std::unordered_map<std::string, Recording, Hash> m_recordings;
    std::size_t m_bytes = 0;
    std::string m_key; ///< of the last play()
    Recording *m_wanted = nullptr;
    ValueLog m_log;
};

} // namespace evident::evtx
