// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/recording.h"

#include "formats/evtx/jsonwriter.h"
#include "formats/evtx/valuetext.h"
#include "formats/evtx/xmlwriter.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace evident::evtx {

namespace {

/// Real logs have some hundred shapes; one that has more than this is written the plain way.
constexpr std::size_t MostRecordings = 8192;
constexpr std::size_t MostBytes = std::size_t{16} << 20;

constexpr std::uint8_t TypeBits = 0x3f; ///< all types but arrays, which differ in length, and nonsense
constexpr std::uint8_t IsEmpty = 0x40;
constexpr std::uint8_t IsShort = 0x80; ///< for its type

const std::array<std::uint8_t, TypeBits + 1> SizeOfType = [] {
    std::array<std::uint8_t, TypeBits + 1> sizes{};
    for (std::size_t type = 0; type < sizes.size(); ++type)
        sizes[type] = static_cast<std::uint8_t>(fixedSize(static_cast<ValueType>(type)));
    return sizes;
}();

/// All that the way a value is written depends on, but for its text.
std::uint8_t shapeOf(const Value &value)
{
    const auto type = static_cast<std::uint8_t>(value.type);
    bool isEmpty = value.size == 0;
    if (isText(value.type) && !isEmpty && value.data[0] == 0)
        isEmpty = stringBytes(value).empty();
    return static_cast<std::uint8_t>(
        type | (isEmpty ? IsEmpty : 0) | (value.size < SizeOfType[type & TypeBits] ? IsShort : 0));
}

/// The record's own values and those of the fragment it nests, as one list.
struct AllValues {
    Values own;
    Values nested;

    explicit AllValues(const FragmentReader &record)
        : own(record.values())
        , nested(record.nestedAt() == NoDependency ? Values() : record.nested().values())
    {
    }
    [[nodiscard]] const Value &at(std::size_t number) const
    {
        return number < own.size() ? own[number] : nested[number - own.size()];
    }
    [[nodiscard]] std::size_t size() const { return own.size() + nested.size(); }
};

bool isPlain(ValueType type)
{
    return static_cast<std::uint8_t>(type) <= TypeBits;
}

void appendValue(OutBuffer &out, const Value &value, ValueSpot spot)
{
    if (spot == ValueSpot::Json)
        appendJsonValue(out, value);
    else
        appendXmlValue(out, value, spot == ValueSpot::XmlText ? XmlSpot::Text : XmlSpot::Attribute);
}

} // namespace

std::size_t Recordings::Hash::operator()(const std::string &key) const
{
    std::uint64_t hash = key.size();
    std::size_t at = 0;
    for (; at + 8 <= key.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, key.data() + at, sizeof(word));
        hash = (hash ^ word) * 0xff51afd7ed558ccd;
        hash ^= hash >> 32;
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, key.data() + at, key.size() - at);
    hash = (hash ^ rest) * 0xc4ceb9fe1a85ec53;
    return static_cast<std::size_t>(hash ^ hash >> 29);
}

/// What tells shapes apart; false where a record has a shape that is not recorded.
bool Recordings::makeKey(const FragmentReader &record, DumpForm form)
{
    const Template *outer = record.definition();
    const bool isNesting = record.nestedAt() != NoDependency;
    const Template *inner = isNesting ? record.nested().definition() : nullptr;
    if (outer == nullptr || outer->serial == 0 || (isNesting && inner->serial == 0))
        return false;
    const AllValues values(record);
    const std::array<std::uint32_t, 3> head{
        outer->serial, isNesting ? inner->serial : 0, static_cast<std::uint32_t>(form) << 16 | record.nestedAt()};
    m_key.resize(sizeof(head) + values.size());
    std::memcpy(m_key.data(), head.data(), sizeof(head));
    char *at = m_key.data() + sizeof(head);
    std::size_t nesting = isNesting ? 1 : 0;
    for (const Values part : {values.own, values.nested}) {
        for (const Value &value : part) {
            if (!isPlain(value.type) || (value.type == ValueType::BinXml && nesting-- == 0))
                return false;
            *at++ = static_cast<char>(shapeOf(value));
        }
    }
    return true;
}

bool Recordings::play(const FragmentReader &record, DumpForm form, OutBuffer &out)
{
    m_wanted = nullptr;
    if (!makeKey(record, form))
        return false;
    const auto known = m_recordings.find(m_key);
    if (known != m_recordings.end())
        return known->second.isPlayable && play(known->second, record, out);
    if (m_recordings.size() < MostRecordings && m_bytes < MostBytes) {
        m_wanted = &m_recordings[m_key];
        m_bytes += m_key.size() + sizeof(Recording);
        m_log.clear();
    }
    return false;
}

bool Recordings::play(const Recording &recording, const FragmentReader &record, OutBuffer &out)
{
    const AllValues values(record);
    const std::size_t begin = out.size();
    const char *literal = recording.literals.data();
    for (const Slot &slot : recording.places) {
        out.append({literal, slot.literal});
        literal += slot.literal;
        const std::size_t before = out.size();
        appendValue(out, values.at(slot.value), slot.spot);
        if (out.size() == before) { // of a value that makes no sense
            out.truncate(begin);
            return false;
        }
    }
    out.append({literal, static_cast<std::size_t>(recording.literals.data() + recording.literals.size() - literal)});
    return true;
}

bool Recordings::make(const FragmentReader &record, std::string_view text, std::size_t begin, Recording &made) const
{
    const AllValues values(record);
    std::size_t at = begin;
    for (const ValueLog::Entry &entry : m_log.entries()) {
        std::size_t number = 0;
        while (number < values.size() && (values.at(number).data != entry.data || values.at(number).size == 0))
            ++number;
        if (entry.begin < at || entry.end > text.size() || number == values.size())
            return false;
        made.places.push_back({.literal = static_cast<std::uint32_t>(entry.begin - at),
            .value = static_cast<std::uint16_t>(number),
            .spot = entry.spot});
        made.literals += text.substr(at, entry.begin - at);
        at = entry.end;
    }
    made.literals += text.substr(at);
    OutBuffer again;
    return play(made, record, again) && again.view() == text.substr(begin);
}

void Recordings::record(const FragmentReader &record, const OutBuffer &out, std::size_t begin)
{
    Recording &made = *std::exchange(m_wanted, nullptr);
    made.isPlayable = !m_log.hasMoved() && make(record, out.view(), begin, made);
    if (!made.isPlayable)
        made = {};
    m_bytes += made.literals.size() + made.places.size() * sizeof(Slot);
}

} // namespace evident::evtx
