// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/value.h"

#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace evident::evtx {

namespace {

/// Length of the string at the front of @p bytes, and of it with its terminator.
struct StringExtent {
    std::size_t text;
    std::size_t whole;
};

StringExtent firstString(Bytes bytes, std::size_t unit)
{
    std::size_t begin = 0;
    if (unit == 2) {
        // Eight units at a time, as long as none of them is zero.
#ifdef __SSE2__
        for (; begin + sizeof(__m128i) <= bytes.size(); begin += sizeof(__m128i)) {
            const __m128i units = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes.data() + begin));
            const auto zeros = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi16(units, _mm_setzero_si128())));
            if (zeros != 0) {
                const std::size_t at = begin + static_cast<std::size_t>(std::countr_zero(zeros));
                return {at, at + unit};
            }
        }
#endif
    }
    for (std::size_t i = begin; i + unit <= bytes.size(); i += unit) {
        if (bytes[i] == 0 && bytes[i + unit - 1] == 0)
            return {i, i + unit};
    }
    return {bytes.size() / unit * unit, bytes.size()};
}

std::size_t sidSize(Bytes bytes)
{
    return bytes.size() >= 8 ? 8 + std::size_t{4} * bytes[1] : 0;
}

} // namespace

std::size_t fixedSize(ValueType type)
{
    switch (type) {
    case ValueType::Int8:
    case ValueType::UInt8: return 1;
    case ValueType::Int16:
    case ValueType::UInt16: return 2;
    case ValueType::Int32:
    case ValueType::UInt32:
    case ValueType::Real32:
    case ValueType::Bool:
    case ValueType::HexInt32: return 4;
    case ValueType::Int64:
    case ValueType::UInt64:
    case ValueType::Real64:
    case ValueType::FileTime:
    case ValueType::HexInt64: return 8;
    case ValueType::Guid:
    case ValueType::SystemTime: return 16;
    default: return 0;
    }
}

ArrayItems::ArrayItems(const Value &array)
    : m_rest(array.bytes())
    , m_type(itemType(array.type))
    , m_size(fixedSize(m_type))
{
    if (m_type == ValueType::SizeT)
        m_size = array.size % 8 == 0 ? 8 : 4; // nothing says which; 32-bit Windows wrote 4
}

bool ArrayItems::next(Value &item)
{
    if (m_rest.empty())
        return false;
    StringExtent extent{0, 0};
    if (m_type == ValueType::String || m_type == ValueType::AnsiString) {
        extent = firstString(m_rest, m_type == ValueType::String ? 2 : 1);
    } else {
        std::size_t size = m_type == ValueType::Sid ? sidSize(m_rest) : m_size;
        if (size == 0)
            size = m_rest.size();
        if (size > m_rest.size())
            return false;
        extent = {size, size};
    }
    item = {.data = m_rest.data(), .size = static_cast<std::uint16_t>(extent.text), .type = m_type};
    m_rest = m_rest.subspan(extent.whole);
    return true;
}

} // namespace evident::evtx
