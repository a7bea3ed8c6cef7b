// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evt/evtrecord.h"

#include "bytes/utf16.h"
#include "events/sid.h"
#include "formats/evt/evtformat.h"

namespace evident::evt {

namespace {

enum class Type : std::uint16_t {
    Success = 0,
    Error = 1,
    Warning = 2,
    Information = 4,
    AuditSuccess = 8,
    AuditFailure = 16
};

// Where the fields stand that can be wrong.
constexpr std::size_t TypeAt = 24;
constexpr std::size_t StringCountAt = 26;
constexpr std::size_t StringOffsetAt = 36;
constexpr std::size_t SidLengthAt = 40;
constexpr std::size_t DataLengthAt = 48;

/// A length and an offset, as they stand in the record one behind the other.
struct Field {
    std::uint32_t length = 0;
    std::uint32_t offset = 0;
};

/// The bytes between fixed head and size copy that @p field names; nothing when they lie outside.
std::optional<Bytes> fieldBytes(Bytes body, Field field)
{
    if (field.length == 0)
        return Bytes();
    if (field.offset < RecordHeadSize || std::uint64_t{field.offset} + field.length > body.size())
        return {};
    return body.subspan(field.offset, field.length);
}

void readNames(Record &record, Bytes body, Damages &damages)
{
    const auto source = zeroTerminated(body, RecordHeadSize);
    const auto computer = zeroTerminated(body, source.next);
    record.source = source.text;
    record.computer = computer.text;
    if (!source.terminated || !computer.terminated) {
        const std::size_t at = source.terminated ? source.next : RecordHeadSize;
        damages.push_back(
            {.offset = at, .length = body.size() - at, .code = ErrorCode::BadValue, .what = "record's names"});
    }
}

void readStrings(Record &record, Bytes body, std::uint16_t count, std::uint32_t offset, Damages &damages)
{
    if (count == 0)
        return;
    if (offset < RecordHeadSize || offset > body.size()) {
        damages.push_back(
            {.offset = StringOffsetAt, .length = 4, .code = ErrorCode::BadOffset, .what = "record's strings"});
        return;
    }
    std::size_t at = offset;
    while (record.strings.size() < count) {
        const auto string = zeroTerminated(body, at);
        if (!string.terminated) {
            damages.push_back(
                {.offset = StringCountAt, .length = 2, .code = ErrorCode::BadValue, .what = "record's strings"});
            return;
        }
        record.strings.push_back(string.text);
        at = string.next;
    }
}

void readSid(Record &record, Bytes body, Field field, Damages &damages)
{
    const auto bytes = fieldBytes(body, field);
    if (!bytes)
        damages.push_back({.offset = SidLengthAt, .length = 8, .code = ErrorCode::BadOffset, .what = "record's user"});
    else if (!bytes->empty() && !isSid(*bytes))
        damages.push_back(
            {.offset = field.offset, .length = field.length, .code = ErrorCode::BadValue, .what = "record's user"});
    else
        record.sid = *bytes;
}

bool isKnown(std::uint16_t type)
{
    switch (static_cast<Type>(type)) {
    case Type::Success:
    case Type::Error:
    case Type::Warning:
    case Type::Information:
    case Type::AuditSuccess:
    case Type::AuditFailure: return true;
    }
    return false;
}

} // namespace

std::uint8_t Record::levelNumber() const
{
    switch (static_cast<Type>(type)) {
    case Type::Error: return 2;
    case Type::Warning: return 3;
    case Type::Information: return 4;
    default: return 0;
    }
}

std::uint64_t Record::keywords() const
{
    switch (static_cast<Type>(type)) {
    case Type::AuditSuccess: return KeywordClassic | KeywordAuditSuccess;
    case Type::AuditFailure: return KeywordClassic | KeywordAuditFailure;
    default: return KeywordClassic;
    }
}

Record readRecord(Bytes bytes, Damages &damages)
{
    const Bytes body = bytes.first(bytes.size() - 4); // the size copy behind it belongs to nobody
    Cursor cursor(body, 8);
    Record record;
    record.number = cursor.u32();
    record.generated = cursor.u32();
    record.written = cursor.u32();
    record.id = cursor.u16();
    record.qualifiers = cursor.u16();
    record.type = cursor.u16();
    const std::uint16_t stringCount = cursor.u16();
    record.category = cursor.u16();
    cursor.skip(6); // reserved flags, closing record number
    const std::uint32_t stringOffset = cursor.u32();
    const auto field = [&cursor] {
        const std::uint32_t length = cursor.u32();
        return Field{.length = length, .offset = cursor.u32()};
    };
    const Field sid = field();
    const Field data = field();

    if (!isKnown(record.type))
        damages.push_back({.offset = TypeAt, .length = 2, .code = ErrorCode::BadValue, .what = "record's type"});
    readNames(record, body, damages);
    readStrings(record, body, stringCount, stringOffset, damages);
    readSid(record, body, sid, damages);
    if (const auto found = fieldBytes(body, data))
        record.data = *found;
    else
        damages.push_back({.offset = DataLengthAt, .length = 8, .code = ErrorCode::BadOffset, .what = "record's data"});
    return record;
}

} // namespace evident::evt
