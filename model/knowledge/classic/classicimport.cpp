// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/classicimport.h"

#include "knowledge/classic/classicwriter.h"
#include "sources/archive.h"
#include "sources/filesource.h"
#include "sources/location.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <atomic>
#include <future>

namespace evident {

namespace {

constexpr std::size_t BatchSize = 256; ///< articles that are prepared while as many are written
constexpr qint64 LargestFile = 1024 * 1024;
constexpr int UnpackingShare = 150; ///< of the progress, in permille

/// Tells how much of an archive has been read.
class WatchedSource final : public ByteSource {
public:
    WatchedSource(std::shared_ptr<const ByteSource> source, std::function<void(std::uint64_t, std::uint64_t)> told)
        : m_source(std::move(source))
        , m_told(std::move(told))
    {
    }
    [[nodiscard]] std::uint64_t size() const override { return m_source->size(); }
    [[nodiscard]] QString name() const override { return m_source->name(); }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> into) const override
    {
        m_told(offset, size());
        return m_source->read(offset, into);
    }

private:
    std::shared_ptr<const ByteSource> m_source;
    std::function<void(std::uint64_t, std::uint64_t)> m_told;
};

/// A file that may be an article.
struct Candidate {
    QString path;
    std::shared_ptr<const ByteSource> bytes; ///< out of an archive; else the path is opened
};

Result<QByteArray> bytesOf(const Candidate &candidate)
{
    auto source =
        candidate.bytes ? Result<std::shared_ptr<const ByteSource>>(candidate.bytes) : FileSource::open(candidate.path);
    if (!source)
        return std::unexpected(source.error());
    const auto size = static_cast<qsizetype>(std::min<std::uint64_t>((*source)->size(), LargestFile + 1));
    QByteArray bytes(size, Qt::Uninitialized);
    const auto read = (*source)->read(
        0, std::span(reinterpret_cast<std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())));
    if (!read)
        return std::unexpected(read.error());
    bytes.truncate(static_cast<qsizetype>(*read));
    return bytes;
}

bool beginsArticle(const ByteSource &source)
{
    std::array<std::uint8_t, 16> head{};
    const auto read = source.read(0, head);
    return read && sniffClassicArticle(QByteArrayView(reinterpret_cast<const char *>(head.data()), qsizetype(*read)));
}

/// What a batch of files came to.
struct Batch {
    std::vector<PreparedArticle> articles;
    std::size_t passedOver = 0;
    std::vector<Error> errors;
};

Batch prepareBatch(std::span<const Candidate> candidates)
{
    Batch batch;
    for (const auto &candidate : candidates) {
        const auto bytes = bytesOf(candidate);
        if (!bytes) {
            batch.errors.push_back(bytes.error());
            continue;
        }
        auto article = sniffClassicArticle(*bytes)
            ? prepareArticle(*bytes)
            : Result<PreparedArticle>(failure(ErrorCode::BadArticle, "a classic article"));
        if (article)
            batch.articles.push_back(std::move(*article));
        else
            ++batch.passedOver;
    }
    return batch;
}

class Importer {
public:
    Importer(const ImportWatch &watch)
        : m_watch(watch)
    {
    }
    Result<ClassicImport> run(const QStringList &paths, const QString &target);

private:
    void find(const QString &path);
    void unpackArchive(const QString &path, std::shared_ptr<const ByteSource> archive);
    Result<void> write(ClassicWriter &writer);
    Result<void> writeBatch(ClassicWriter &writer, const Batch &batch);
    void tell(int permille);
    [[nodiscard]] bool isCancelled() const { return m_watch.isCancelled && m_watch.isCancelled(); }

    const ImportWatch &m_watch;
    int m_told = -1;
    std::vector<Candidate> m_candidates;
    QSet<std::int64_t> m_numbers;
    ClassicImport m_done;
};

void Importer::tell(int permille)
{
    if (permille > m_told && m_watch.progress)
        m_watch.progress(m_told = permille);
}

void Importer::unpackArchive(const QString &path, std::shared_ptr<const ByteSource> archive)
{
    auto watched = std::make_shared<WatchedSource>(std::move(archive), [this](std::uint64_t done, std::uint64_t all) {
        tell(static_cast<int>(done * UnpackingShare / std::max<std::uint64_t>(all, 1)));
    });
    auto unpacked = unpack(std::move(watched),
        {.isWanted = beginsArticle, .password = {}, .isCancelled = [this] { return isCancelled(); }});
    if (!unpacked) {
        m_done.errors.push_back(unpacked.error());
        return;
    }
    m_done.passedOver += unpacked->skipped;
    std::ranges::move(unpacked->errors, std::back_inserter(m_done.errors));
    for (auto &file : unpacked->files)
        m_candidates.push_back({path, std::move(file.bytes)});
}

void Importer::find(const QString &path)
{
    auto source = QFileInfo(path).isFile() ? FileSource::open(path) : failure(ErrorCode::NotFound, "a file");
    std::array<std::uint8_t, 512> head{};
    const auto read = source ? (*source)->read(0, head) : Result<std::size_t>(0);
    if (source && read && sniffArchive(Bytes(head).first(*read))) {
        unpackArchive(path, std::move(*source));
        return;
    }
    const auto files = Location(path).files();
    if (!files) {
        m_done.errors.push_back(files.error());
        return;
    }
    for (const QString &file : *files)
        m_candidates.push_back({file, nullptr});
}

Result<void> Importer::writeBatch(ClassicWriter &writer, const Batch &batch)
{
    m_done.passedOver += batch.passedOver;
    m_done.errors.insert(m_done.errors.end(), batch.errors.begin(), batch.errors.end());
    for (const auto &article : batch.articles) {
        if (m_numbers.contains(article.number)) {
            ++m_done.passedOver;
            continue;
        }
        m_numbers.insert(article.number);
        if (auto written = writer.add(article); !written)
            return written;
        ++m_done.articles;
        m_done.signatures += article.signatures.size();
    }
    return {};
}

/// One batch is written while the next is prepared.
Result<void> Importer::write(ClassicWriter &writer)
{
    const std::span all(m_candidates);
    const auto prepareFrom = [all](std::size_t begin) {
        return std::async(
            std::launch::async, prepareBatch, all.subspan(begin, std::min(BatchSize, all.size() - begin)));
    };
    auto next = prepareFrom(0);
    for (std::size_t begin = 0; begin < all.size() && !isCancelled(); begin += BatchSize) {
        const Batch batch = next.get();
        const std::size_t end = std::min(all.size(), begin + BatchSize);
        if (end < all.size())
            next = prepareFrom(end);
        if (auto written = writeBatch(writer, batch); !written)
            return written;
        constexpr int rest = 980 - UnpackingShare; // putting the index in order takes what is left
        tell(UnpackingShare + static_cast<int>(end * rest / all.size()));
    }
    return {};
}

Result<ClassicImport> Importer::run(const QStringList &paths, const QString &target)
{
    tell(0);
    for (const QString &path : paths)
        find(path);
    auto writer = isCancelled() ? failure(ErrorCode::NotFound, "cancelled") : ClassicWriter::create(target);
    if (writer && !m_candidates.empty()) {
        if (auto written = write(*writer); !written)
            return std::unexpected(written.error());
    }
    if (isCancelled()) {
        m_done.cancelled = true;
        return std::move(m_done);
    }
    if (!writer)
        return std::unexpected(writer.error());
    if (m_done.articles == 0) {
        return m_done.errors.empty() ? failure(ErrorCode::NotFound, "a classic article", {.source = paths.join(u' ')})
                                     : std::unexpected(m_done.errors.front());
    }
    if (auto finished = writer->finish(); !finished)
        return std::unexpected(finished.error());
    tell(1000);
    return std::move(m_done);
}

} // namespace

Result<ClassicImport> importClassicArchive(const QStringList &paths, const QString &target, const ImportWatch &watch)
{
    return Importer(watch).run(paths, target);
}

} // namespace evident
