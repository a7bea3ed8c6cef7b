// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/hivefile.h"

#include "checks/hivebytes.h"
#include "checks/hiveimage.h"
#include "checks/hivelog.h"

#include <cerrno>
#include <cstdlib>
#include <hivex.h>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace evident {

namespace {

struct Free {
    void operator()(void *memory) const { std::free(memory); }
};
template<typename T>
using Allocated = std::unique_ptr<T, Free>;

std::unexpected<Error> brokenHive(const char *what)
{
    return failure(ErrorCode::BadHive, what, {}, errno);
}

/// A file descriptor on memory that ends with it.
class MemoryFile {
public:
    explicit MemoryFile(const QByteArray &bytes)
        : m_descriptor(memfd_create("hive", MFD_CLOEXEC))
    {
        qsizetype written = 0;
        while (m_descriptor >= 0 && written < bytes.size()) {
            const auto count =
                ::write(m_descriptor, bytes.constData() + written, static_cast<std::size_t>(bytes.size() - written));
            if (count <= 0 && errno != EINTR)
                return;
            written += count > 0 ? count : 0;
        }
        m_whole = written == bytes.size();
    }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;
    ~MemoryFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    [[nodiscard]] bool isWhole() const { return m_whole; }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }

private:
    int m_descriptor;
    bool m_whole = false;
};

Result<QByteArray> readAll(const ByteSource &source)
{
    if (source.size() > HiveFile::LargestSize)
        return failure(ErrorCode::BadHive, "larger than any hive", {.source = source.name()});
    QByteArray bytes(static_cast<qsizetype>(source.size()), Qt::Uninitialized);
    const auto read =
        source.read(0, {reinterpret_cast<std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())});
    if (!read)
        return std::unexpected(read.error());
    bytes.truncate(static_cast<qsizetype>(*read));
    return bytes;
}

std::vector<QByteArray> readableOf(const HiveLogs &logs)
{
    std::vector<QByteArray> all;
    for (const auto &log : logs) {
        if (auto bytes = readAll(*log))
            all.push_back(std::move(*bytes));
    }
    return all;
}

QString fromUtf16(const QByteArray &bytes)
{
    QString text(bytes.size() / 2, Qt::Uninitialized);
    std::memcpy(text.data(), bytes.constData(), static_cast<std::size_t>(text.size()) * 2);
    const qsizetype end = text.indexOf(QChar(u'\0'));
    return end < 0 ? text : text.first(end);
}

bool sameName(const char *utf8, QStringView name)
{
    return QString::fromUtf8(utf8).compare(name, Qt::CaseInsensitive) == 0;
}

hive_node_h node(HiveKey key)
{
    return static_cast<hive_node_h>(key);
}

} // namespace

void HiveFile::Close::operator()(hive_h *hive) const
{
    hivex_close(hive);
}

HiveFile::HiveFile(std::unique_ptr<hive_h, Close> hive)
    : m_hive(std::move(hive))
{
}

Result<HiveFile> HiveFile::load(const QByteArray &bytes)
{
    const auto image = makeHiveImage(viewOf(bytes));
    if (!image)
        return std::unexpected(image.error());
    const MemoryFile copy(image->bytes);
    if (!copy.isWhole())
        return failure(ErrorCode::ReadFailed, "memory for the hive", {}, errno);
    std::unique_ptr<hive_h, Close> hive(hivex_open(copy.path().c_str(), 0)); // maps the memory, which lives on with it
    if (!hive)
        return brokenHive("hive");
    return HiveFile(std::move(hive));
}

Result<HiveFile> HiveFile::open(const ByteSource &source, const HiveLogs &logs)
{
    const auto named = [&source](Error error) {
        error.place.source = source.name();
        return std::unexpected(std::move(error));
    };
    const auto bytes = readAll(source);
    if (!bytes)
        return named(bytes.error());
    const bool isDirty = isDirtyHive(viewOf(*bytes));
    if (isDirty && !logs.empty()) {
        const HiveReplay replay = replayHiveLogs(*bytes, readableOf(logs), LargestSize);
        if (auto file = replay.entries > 0 ? load(replay.hive) : brokenHive("nothing to replay")) {
            file->m_replayed = replay.entries;
            return file;
        }
    }
    auto file = load(*bytes);
    if (!file)
        return named(file.error());
    file->m_isDirty = isDirty;
    return file;
}

HiveKey HiveFile::root() const
{
    return static_cast<HiveKey>(hivex_root(m_hive.get()));
}

Result<std::vector<HiveKey>> HiveFile::children(HiveKey key) const
{
    const Allocated<hive_node_h> nodes(hivex_node_children(m_hive.get(), node(key)));
    if (!nodes)
        return brokenHive("list of keys");
    std::vector<HiveKey> keys;
    for (const hive_node_h *at = nodes.get(); *at != 0; ++at)
        keys.push_back(static_cast<HiveKey>(*at));
    return keys;
}

Result<QString> HiveFile::name(HiveKey key) const
{
    const Allocated<char> text(hivex_node_name(m_hive.get(), node(key)));
    if (text)
        return QString::fromUtf8(text.get());
    if (errno == EILSEQ) // unpaired surrogates: a name that nobody can ask for
        return QString();
    return brokenHive("key name");
}

Result<HiveKey> HiveFile::child(HiveKey key, QStringView name) const
{
    const auto keys = children(key);
    if (!keys)
        return std::unexpected(keys.error());
    std::optional<Error> broken; // matters only when no other key has the name
    for (const HiveKey candidate : *keys) {
        const auto found = this->name(candidate);
        if (!found)
            broken = found.error();
        else if (found->compare(name, Qt::CaseInsensitive) == 0)
            return candidate;
    }
    return broken ? std::unexpected(*broken) : failure(ErrorCode::NotFound, "key");
}

Result<HiveValue> HiveFile::value(HiveKey key, QStringView name) const
{
    const Allocated<hive_value_h> values(hivex_node_values(m_hive.get(), node(key)));
    if (!values)
        return brokenHive("list of values");
    for (const hive_value_h *at = values.get(); *at != 0; ++at) {
        const Allocated<char> text(hivex_value_key(m_hive.get(), *at));
        if (!text || !sameName(text.get(), name))
            continue;
        constexpr std::size_t Longest = 64 * 1024; // what a service's key holds is far smaller
        hive_type type{};
        std::size_t size = 0;
        if (hivex_value_type(m_hive.get(), *at, &type, &size) != 0 || size > Longest)
            return brokenHive("value");
        const Allocated<char> bytes(hivex_value_value(m_hive.get(), *at, &type, &size));
        if (!bytes)
            return brokenHive("value");
        return HiveValue{static_cast<std::uint32_t>(type), QByteArray(bytes.get(), static_cast<qsizetype>(size))};
    }
    return failure(ErrorCode::NotFound, "value");
}

std::optional<std::uint32_t> HiveFile::number(HiveKey key, QStringView name) const
{
    const auto found = value(key, name);
    if (!found || found->type != hive_t_REG_DWORD || found->bytes.size() < 4)
        return {};
    return readLe<std::uint32_t>(viewOf(found->bytes), 0);
}

QString HiveFile::text(HiveKey key, QStringView name) const
{
    const auto found = value(key, name);
    if (!found || (found->type != hive_t_REG_SZ && found->type != hive_t_REG_EXPAND_SZ))
        return {};
    return fromUtf16(found->bytes);
}

} // namespace evident
