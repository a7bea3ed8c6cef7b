// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ndr.h"

#include "bytes/qtbytes.h"

#include <algorithm>

namespace evident {

namespace {

constexpr std::uint32_t FirstReferent = 0x00020000;

template<typename T>
void appendLe(QByteArray &bytes, T value)
{
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

} // namespace

void NdrWriter::align(qsizetype size)
{
    m_bytes.append((size - m_bytes.size() % size) % size, '\0');
}

NdrWriter &NdrWriter::u16(std::uint16_t value)
{
    align(sizeof value);
    appendLe(m_bytes, value);
    return *this;
}

NdrWriter &NdrWriter::u32(std::uint32_t value)
{
    align(sizeof value);
    appendLe(m_bytes, value);
    return *this;
}

NdrWriter &NdrWriter::handle(const RpcHandle &handle)
{
    align(4);
    m_bytes.append(reinterpret_cast<const char *>(handle.bytes.data()), static_cast<qsizetype>(handle.bytes.size()));
    return *this;
}

NdrWriter &NdrWriter::pointer()
{
    return u32(FirstReferent + 4 * m_referents++);
}

NdrWriter &NdrWriter::string(QStringView text)
{
    const auto count = static_cast<std::uint32_t>(text.size() + 1);
    u32(count).u32(0).u32(count);
    m_bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    appendLe(m_bytes, std::uint16_t{0});
    return *this;
}

NdrWriter &NdrWriter::unicodeString(QStringView text, Counted counted)
{
    const auto largest = static_cast<std::uint16_t>(text.size() + 1);
    const auto count = static_cast<std::uint16_t>(counted == Counted::WithZero ? largest : largest - 1);
    align(4);
    u16(static_cast<std::uint16_t>(count * 2)).u16(static_cast<std::uint16_t>(largest * 2)).pointer();
    u32(largest).u32(0).u32(count);
    m_bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    if (counted == Counted::WithZero)
        appendLe(m_bytes, std::uint16_t{0});
    return *this;
}

NdrReader::NdrReader(const QByteArray &stub)
    : m_cursor(viewOf(stub))
{
}

void NdrReader::align(std::size_t size)
{
    m_cursor.skip((size - m_cursor.position() % size) % size);
}

std::uint16_t NdrReader::u16()
{
    align(sizeof(std::uint16_t));
    return m_cursor.u16();
}

std::uint32_t NdrReader::u32()
{
    align(sizeof(std::uint32_t));
    return m_cursor.u32();
}

RpcHandle NdrReader::handle()
{
    align(4);
    RpcHandle handle;
    const Bytes bytes = m_cursor.take(handle.bytes.size());
    std::ranges::copy(bytes, handle.bytes.begin());
    return handle;
}

Bytes NdrReader::conformantBytes()
{
    return m_cursor.take(u32());
}

Bytes NdrReader::varyingBytes()
{
    const std::uint32_t largest = u32();
    const std::uint32_t offset = u32();
    const std::uint32_t count = u32();
    if (offset != 0 || count > largest)
        m_cursor.take(m_cursor.left() + 1); // no host sends that: from here on nothing is believed
    return m_cursor.take(count);
}

QString NdrReader::string()
{
    const std::uint32_t largest = u32();
    const std::uint32_t offset = u32();
    const std::uint32_t count = u32();
    if (offset != 0 || count > largest)
        m_cursor.take(m_cursor.left() + 1);
    const Bytes bytes = m_cursor.take(std::size_t{count} * 2);
    if (bytes.empty())
        return {};
    QString text(static_cast<qsizetype>(bytes.size() / 2), Qt::Uninitialized);
    std::memcpy(text.data(), bytes.data(), bytes.size());
    const qsizetype end = text.indexOf(QChar(u'\0'));
    return end < 0 ? text : text.first(end);
}

} // namespace evident
