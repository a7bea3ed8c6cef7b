// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/hive.h"

#include "forge/blob.h"

#include <algorithm>
#include <optional>

namespace forge {

namespace {

constexpr std::uint32_t None = 0xffffffff;
constexpr std::size_t BinStep = 4096;
constexpr std::size_t BinHead = 32;

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string upper(std::string_view text)
{
    std::string all(text);
    std::ranges::transform(all, all.begin(), [](char c) { return upper(c); });
    return all;
}

std::string utf16Z(std::u16string_view text)
{
    Blob blob;
    blob.textZ(text);
    return blob.take();
}

/// The bins: cells of bytes, none of which crosses the border of a bin. Offsets count from the first bin.
class Bins {
public:
    explicit Bins(std::uint64_t time)
        : m_time(time)
    {
    }
    /// A cell that holds @p content; its offset.
    std::uint32_t cell(std::string_view content)
    {
        const std::size_t size = (content.size() + 4 + 7) / 8 * 8;
        if (m_blob.size() + size > m_binEnd)
            begin(size);
        const std::size_t offset = m_blob.size();
        m_blob.u32(static_cast<std::uint32_t>(-static_cast<std::int32_t>(size)));
        m_blob.bytes(content);
        m_blob.fill(size - 4 - content.size());
        return static_cast<std::uint32_t>(offset);
    }
    void patch32(std::uint32_t cell, std::size_t at, std::uint32_t value) { m_blob.patch32(cell + 4 + at, value); }
    std::string close()
    {
        fillUp();
        return m_blob.take();
    }

private:
    void begin(std::size_t size)
    {
        fillUp();
        const std::size_t start = m_blob.size();
        const std::size_t length = (size + BinHead + BinStep - 1) / BinStep * BinStep;
        m_blob.bytes("hbin");
        m_blob.u32(static_cast<std::uint32_t>(start));
        m_blob.u32(static_cast<std::uint32_t>(length));
        m_blob.u64(0);
        m_blob.u64(start == 0 ? m_time : 0);
        m_blob.u32(0);
        m_binEnd = start + length;
    }
    /// What is left of a bin is one free cell.
    void fillUp()
    {
        const std::size_t left = m_binEnd - m_blob.size();
        if (left == 0)
            return;
        m_blob.u32(static_cast<std::uint32_t>(left));
        m_blob.fill(left - 4);
    }

    std::uint64_t m_time;
    Blob m_blob;
    std::size_t m_binEnd = 0;
};

class Writer {
public:
    Writer(const HiveOptions &options)
        : m_options(options)
        , m_bins(options.time)
    {
    }
    std::string write(const HiveKey &root);

private:
    std::uint32_t writeKey(const HiveKey &key, std::optional<std::uint32_t> parent);
    void writeValues(const HiveKey &key, std::uint32_t cell);
    std::uint32_t writeValue(const HiveValue &value);
    std::uint32_t writeLists(const std::vector<const HiveKey *> &keys, const std::vector<std::uint32_t> &cells);
    std::uint32_t writeList(const HiveKey *const *keys, const std::uint32_t *cells, std::size_t count);
    [[nodiscard]] std::string nameBytes(std::string_view name) const;
    [[nodiscard]] bool isWide() const { return m_options.style == HiveStyle::Nt351; }
    [[nodiscard]] std::string head(std::uint32_t rootCell, std::size_t binBytes) const;

    const HiveOptions &m_options;
    Bins m_bins;
    std::uint32_t m_security = None;
};

std::string Writer::nameBytes(std::string_view name) const
{
    if (!isWide())
        return std::string(name);
    Blob blob;
    for (const char c : name)
        blob.u16(static_cast<std::uint8_t>(c));
    return blob.take();
}

std::string Writer::write(const HiveKey &root)
{
    Blob security;
    security.bytes("sk");
    security.fill(2);
    security.fill(8); // next and previous: itself
    security.u32(1); // how often it is used: not counted here
    security.u32(20);
    security.bytes(std::string_view("\x01\x00\x04\x80", 4)); // self-relative, an absent list: everybody
    security.fill(16);

    m_security = m_bins.cell(security.view());
    m_bins.patch32(m_security, 4, m_security);
    m_bins.patch32(m_security, 8, m_security);
    const std::uint32_t rootCell = writeKey(root, std::nullopt);
    std::string bins = m_bins.close();
    return head(rootCell, bins.size()) + bins;
}

std::uint32_t Writer::writeKey(const HiveKey &key, std::optional<std::uint32_t> parent)
{
    constexpr std::size_t ListAt = 28;
    const std::string name = nameBytes(key.name);
    std::size_t longestKey = 0;
    std::size_t longestValue = 0;
    std::size_t longestData = 0;
    for (const HiveKey &sub : key.keys)
        longestKey = std::max(longestKey, 2 * sub.name.size());
    for (const HiveValue &value : key.values) {
        longestValue = std::max(longestValue, 2 * value.name.size());
        longestData = std::max(longestData, value.bytes.size());
    }
    Blob node;
    node.bytes("nk");
    node.u16(static_cast<std::uint16_t>((isWide() ? 0U : 0x20U) | (parent ? 0U : 0x0cU)));
    node.u64(m_options.time);
    node.u32(0);
    node.u32(parent.value_or(None));
    node.u32(static_cast<std::uint32_t>(key.keys.size()));
    node.u32(0); // volatile ones
    node.u32(None);
    node.u32(None);
    node.u32(static_cast<std::uint32_t>(key.values.size()));
    node.u32(None);
    node.u32(m_security);
    node.u32(None); // class
    node.u32(static_cast<std::uint32_t>(longestKey));
    node.u32(0);
    node.u32(static_cast<std::uint32_t>(longestValue));
    node.u32(static_cast<std::uint32_t>(longestData));
    node.u32(0);
    node.u16(static_cast<std::uint16_t>(name.size()));
    node.u16(0);
    node.bytes(name);
    const std::uint32_t cell = m_bins.cell(node.view());

    writeValues(key, cell);
    std::vector<const HiveKey *> sorted;
    sorted.reserve(key.keys.size());
    for (const HiveKey &sub : key.keys)
        sorted.push_back(&sub);
    std::ranges::sort(sorted, {}, [](const HiveKey *sub) { return upper(sub->name); });
    std::vector<std::uint32_t> cells;
    cells.reserve(sorted.size());
    for (const HiveKey *sub : sorted)
        cells.push_back(writeKey(*sub, cell));
    if (!cells.empty())
        m_bins.patch32(cell, ListAt, writeLists(sorted, cells));
    return cell;
}

void Writer::writeValues(const HiveKey &key, std::uint32_t cell)
{
    constexpr std::size_t ValueListAt = 40;
    if (key.values.empty())
        return;
    Blob list;
    for (const HiveValue &value : key.values)
        list.u32(writeValue(value));
    m_bins.patch32(cell, ValueListAt, m_bins.cell(list.view()));
}

std::uint32_t Writer::writeValue(const HiveValue &value)
{
    constexpr std::uint32_t Inline = 0x80000000;
    const std::string name = nameBytes(value.name);
    const auto length = static_cast<std::uint32_t>(value.bytes.size());
    Blob data;
    data.bytes(value.bytes);
    data.fill(length < 4 ? 4 - length : 0);
    Blob record;
    record.bytes("vk");
    record.u16(static_cast<std::uint16_t>(name.size()));
    record.u32(length <= 4 ? length | Inline : length);
    if (length <= 4)
        record.bytes(data.view());
    else
        record.u32(m_bins.cell(data.view()));
    record.u32(value.type);
    record.u16(isWide() ? 0 : 1);
    record.u16(0);
    record.bytes(name);
    return m_bins.cell(record.view());
}

std::uint32_t Writer::writeLists(const std::vector<const HiveKey *> &keys, const std::vector<std::uint32_t> &cells)
{
    if (cells.size() <= m_options.longestList)
        return writeList(keys.data(), cells.data(), cells.size());
    Blob lists;
    std::uint16_t count = 0;
    for (std::size_t from = 0; from < cells.size(); from += m_options.longestList) {
        lists.u32(
            writeList(keys.data() + from, cells.data() + from, std::min(m_options.longestList, cells.size() - from)));
        ++count;
    }
    Blob index;
    index.bytes("ri");
    index.u16(count);
    index.bytes(lists.view());
    return m_bins.cell(index.view());
}

std::uint32_t Writer::writeList(const HiveKey *const *keys, const std::uint32_t *cells, std::size_t count)
{
    Blob list;
    list.bytes(m_options.style == HiveStyle::Nt351 ? "li" : m_options.style == HiveStyle::Nt4 ? "lf" : "lh");
    list.u16(static_cast<std::uint16_t>(count));
    for (std::size_t i = 0; i < count; ++i) {
        list.u32(cells[i]);
        const std::string &name = keys[i]->name;
        if (m_options.style == HiveStyle::Nt4) { // the name's first four characters
            std::string hint = name.substr(0, 4);
            hint.resize(4);
            list.bytes(hint);
        } else if (m_options.style == HiveStyle::Today) {
            std::uint32_t hash = 0;
            for (const char c : name)
                hash = hash * 37 + static_cast<std::uint8_t>(upper(c));
            list.u32(hash);
        }
    }
    return m_bins.cell(list.view());
}

std::string Writer::head(std::uint32_t rootCell, std::size_t binBytes) const
{
    constexpr std::size_t ChecksumAt = 508;
    constexpr std::size_t LongestName = 31;
    Blob head;
    head.bytes("regf");
    head.u32(1);
    head.u32(1); // the same once more: nothing was being written
    head.u64(m_options.time);
    head.u32(1);
    head.u32(m_options.style == HiveStyle::Nt351 ? 2 : m_options.style == HiveStyle::Nt4 ? 3 : 5);
    head.u32(0);
    head.u32(1);
    head.u32(rootCell);
    head.u32(static_cast<std::uint32_t>(binBytes));
    head.u32(1);
    const std::size_t tail = m_options.fileName.size() > LongestName ? m_options.fileName.size() - LongestName : 0;
    head.text(std::u16string_view(m_options.fileName).substr(tail));
    head.fill(ChecksumAt - head.size());
    std::uint32_t checksum = 0;
    for (std::size_t at = 0; at < ChecksumAt; ++at)
        checksum ^= static_cast<std::uint32_t>(static_cast<std::uint8_t>(head.view()[at])) << (8 * (at % 4));
    head.u32(checksum);
    head.fill(BinStep - head.size());
    return head.take();
}

} // namespace

HiveKey &HiveKey::key(std::string_view path)
{
    const std::size_t slash = path.find('/');
    const std::string_view first = path.substr(0, slash);
    auto it = std::ranges::find_if(keys, [first](const HiveKey &sub) { return upper(sub.name) == upper(first); });
    if (it == keys.end()) {
        keys.push_back({.name = std::string(first), .values = {}, .keys = {}});
        it = keys.end() - 1;
    }
    return slash == std::string_view::npos ? *it : it->key(path.substr(slash + 1));
}

HiveKey &HiveKey::value(std::string_view valueName, std::uint32_t type, std::string bytes)
{
    values.push_back({.name = std::string(valueName), .type = type, .bytes = std::move(bytes)});
    return *this;
}

HiveKey &HiveKey::dword(std::string_view valueName, std::uint32_t number)
{
    Blob blob;
    blob.u32(number);
    return value(valueName, 4, blob.take());
}

HiveKey &HiveKey::text(std::string_view valueName, std::u16string_view text)
{
    return value(valueName, 1, utf16Z(text));
}

HiveKey &HiveKey::expandable(std::string_view valueName, std::u16string_view text)
{
    return value(valueName, 2, utf16Z(text));
}

std::string hiveBytes(const HiveKey &root, const HiveOptions &options)
{
    return Writer(options).write(root);
}

} // namespace forge
