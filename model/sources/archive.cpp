// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/archive.h"

#include "sources/filesource.h"
#include "sources/unpacking.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cerrno>
#include <cstring>

namespace evident {

namespace {

constexpr std::size_t PieceSize = 256 * 1024;
constexpr std::size_t HeadSize = 8192; ///< of a member, for deciding whether it is wanted
constexpr int DeepestArchive = 1;

/// What is left of the limits, for the archive and those in it.
struct Budget {
    const ArchiveLimits &limits;
    std::uint64_t packed = 0; ///< bytes of the outermost archive
    std::uint64_t members = 0;
    std::uint64_t bytes = 0; ///< unpacked so far

    [[nodiscard]] const char *broken() const
    {
        if (members > limits.members)
            return "members of an archive";
        if (bytes > limits.bytes)
            return "bytes of an archive";
        if (bytes > limits.ratioFrom && bytes / std::max<std::uint64_t>(packed, 1) > limits.ratio)
            return "ratio of an archive";
        return nullptr;
    }
};

/// libarchive's view of a ByteSource, and of whoever knows the password.
struct Input {
    Input(std::shared_ptr<const ByteSource> theSource, const UnpackQuestions &theQuestions)
        : source(std::move(theSource))
        , questions(theQuestions)
    {
    }
    std::shared_ptr<const ByteSource> source;
    const UnpackQuestions &questions;
    std::uint64_t offset = 0;
    std::vector<std::uint8_t> buffer = std::vector<std::uint8_t>(PieceSize);
    std::optional<Error> error;
    bool asked = false;
    QByteArray password;
};

la_ssize_t readPiece(archive *, void *data, const void **piece)
{
    auto &input = *static_cast<Input *>(data);
    const auto got = input.source->read(input.offset, input.buffer);
    if (!got) {
        input.error = got.error();
        return -1;
    }
    input.offset += *got;
    *piece = input.buffer.data();
    return static_cast<la_ssize_t>(*got);
}

la_int64_t skipPiece(archive *, void *data, la_int64_t request)
{
    auto &input = *static_cast<Input *>(data);
    const std::uint64_t left = input.source->size() - std::min(input.offset, input.source->size());
    const std::uint64_t step = std::min<std::uint64_t>(left, request > 0 ? static_cast<std::uint64_t>(request) : 0);
    input.offset += step;
    return static_cast<la_int64_t>(step);
}

la_int64_t seekPiece(archive *, void *data, la_int64_t offset, int whence)
{
    auto &input = *static_cast<Input *>(data);
    const auto size = static_cast<la_int64_t>(input.source->size());
    const la_int64_t base = whence == SEEK_END ? size : whence == SEEK_CUR ? static_cast<la_int64_t>(input.offset) : 0;
    const la_int64_t target = base + offset;
    if (target < 0 || target > size)
        return ARCHIVE_FATAL;
    input.offset = static_cast<std::uint64_t>(target);
    return target;
}

/// libarchive asks again when a password was wrong; people are asked once.
const char *passphrase(archive *, void *data)
{
    auto &input = *static_cast<Input *>(data);
    if (std::exchange(input.asked, true) || !input.questions.password)
        return nullptr;
    const auto answer = input.questions.password(input.source->name());
    if (!answer)
        return nullptr;
    input.password = answer->toUtf8();
    return input.password.constData();
}

using ArchiveHandle = std::unique_ptr<archive, decltype([](archive *handle) { archive_read_free(handle); })>;

ArchiveHandle openHandle(Input &input, bool isCompressedFile)
{
    ArchiveHandle handle(archive_read_new());
    archive *const a = handle.get();
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_xz(a);
    archive_read_support_filter_zstd(a);
    archive_read_support_format_tar(a);
    archive_read_support_format_zip(a);
    archive_read_support_format_7zip(a);
    archive_read_support_format_cab(a);
    if (isCompressedFile)
        archive_read_support_format_raw(a);
    archive_read_set_read_callback(a, readPiece);
    archive_read_set_skip_callback(a, skipPiece);
    archive_read_set_seek_callback(a, seekPiece);
    archive_read_set_passphrase_callback(a, &input, passphrase);
    archive_read_set_callback_data(a, &input);
    archive_read_open1(a);
    return handle;
}

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    bool isFilter; ///< compresses one file, be it an archive or not
};

using namespace std::string_view_literals;

constexpr std::array Signatures{
    Signature{0, "PK\x03\x04"sv, false},
    Signature{0, "PK\x05\x06"sv, false},
    Signature{0, "7z\xbc\xaf\x27\x1c"sv, false},
    Signature{0, "MSCF\0\0\0\0"sv, false},
    Signature{257, "ustar"sv, false},
    Signature{0, "\x1f\x8b\x08"sv, true},
    Signature{0, "BZh"sv, true},
    Signature{0,
        "\xfd"
        "7zXZ\0"sv,
        true},
    Signature{0, "\x28\xb5\x2f\xfd"sv, true},
};

bool isAt(Bytes head, const Signature &signature)
{
    const Bytes part = slice(head, signature.offset, signature.bytes.size());
    return part.size() == signature.bytes.size() && std::memcmp(part.data(), signature.bytes.data(), part.size()) == 0;
}

std::vector<std::uint8_t> headOf(const ByteSource &source)
{
    std::vector<std::uint8_t> head(HeadSize);
    head.resize(source.read(0, head).value_or(0));
    return head;
}

/// A member's path as it is shown, with "/" between folders and without what no path on a screen should hold.
QString shownPath(archive_entry *entry, const QString &archiveName)
{
    QString path;
    if (const char *utf8 = archive_entry_pathname_utf8(entry)) {
        path = QString::fromUtf8(utf8);
    } else if (const char *raw = archive_entry_pathname(entry)) {
        const QByteArrayView bytes(raw);
        path = bytes.isValidUtf8() ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
    }
    path.replace(u'\\', u'/');
    path.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    while (path.startsWith(u'/'))
        path.remove(0, 1);
    return archiveName + u'/' + path;
}

/// "System.evtx.gz" holds "System.evtx".
QString shownRawPath(const QString &archiveName)
{
    const QString file = archiveName.section(u'/', -1);
    const qsizetype dot = file.lastIndexOf(u'.');
    return archiveName + u'/' + (dot > 0 ? file.first(dot) : file);
}

/// Walks one archive and those in it.
class Unpacker {
public:
    Unpacker(std::shared_ptr<Unpacking> unpacking, const UnpackQuestions &questions, Budget budget)
        : m_unpacking(std::move(unpacking))
        , m_questions(questions)
        , m_budget(budget)
    {
    }

    /// Errors: NotALog, ReadFailed.
    Result<void> walk(std::shared_ptr<const ByteSource> source, int depth);
    UnpackedFiles files;

private:
    bool member(archive *handle, Input &input, archive_entry *entry, bool isRaw, int depth);
    /// How far a member has been read.
    struct MemberReading {
        archive *handle;
        Bytes left; ///< of libarchive's last block
        std::uint64_t leftAt; ///< where it belongs in the member
        std::uint64_t done; ///< bytes handed on
    };
    std::optional<Bytes> nextPiece(MemberReading &reading);
    bool unpackMember(archive *handle, const Input &input, const QString &path, std::vector<std::uint8_t> &head);
    bool store(const QString &path, Bytes bytes);
    bool noRoom(const QString &path);
    [[nodiscard]] bool isWanted(const QString &path, Bytes head) const;
    void fail(archive *handle, const Input &input, const QString &path);
    bool overLimit(const Input &input);
    void keep(const QString &path, std::uint64_t begin, bool isArchive, int depth);

    std::shared_ptr<Unpacking> m_unpacking;
    const UnpackQuestions &m_questions;
    Budget m_budget;
    bool m_stopped = false; ///< a limit was broken, or cancelled
};

/// Says why something could not be unpacked, in libarchive's words.
void Unpacker::fail(archive *handle, const Input &input, const QString &path)
{
    if (input.error) {
        files.errors.push_back(*input.error);
        return;
    }
    const char *words = archive_error_string(handle);
    const QString detail = QString::fromUtf8(words ? words : "");
    const bool isLocked = detail.contains(QLatin1StringView("passphrase"), Qt::CaseInsensitive)
        || detail.contains(QLatin1StringView("encrypt"), Qt::CaseInsensitive);
    files.errors.push_back({.code = isLocked ? ErrorCode::Locked : ErrorCode::BadValue,
        .what = "a member of an archive",
        .place = {.source = path},
        .native = 0,
        .detail = detail});
}

bool Unpacker::overLimit(const Input &input)
{
    if (m_stopped)
        return true;
    if (m_questions.isCancelled && m_questions.isCancelled()) {
        m_stopped = true;
    } else if (const char *what = m_budget.broken()) {
        files.errors.push_back({.code = ErrorCode::TooLarge,
            .what = what,
            .place = {.source = input.source->name()},
            .native = 0,
            .detail = {}});
        m_stopped = true;
    }
    return m_stopped;
}

/// Adds bytes of the member to the temporary file.
bool Unpacker::store(const QString &path, Bytes bytes)
{
    return m_unpacking->append(bytes.data(), bytes.size()) || noRoom(path);
}

/// Says that the temporary file took no more, and ends the unpacking. Always false.
bool Unpacker::noRoom(const QString &path)
{
    files.errors.push_back({.code = ErrorCode::WriteFailed,
        .what = "a temporary file",
        .place = {.source = path},
        .native = errno,
        .detail = {}});
    m_stopped = true;
    return false;
}

bool Unpacker::isWanted(const QString &path, Bytes head) const
{
    const QByteArray copy(reinterpret_cast<const char *>(head.data()), static_cast<qsizetype>(head.size()));
    return !head.empty() && (sniffArchive(head) || m_questions.isWanted(MemorySource(path, copy)));
}

/// The next piece of the member, holes filled with zeros; empty at its end. Nothing when it breaks off.
std::optional<Bytes> Unpacker::nextPiece(MemberReading &reading)
{
    while (reading.left.empty()) {
        const void *block = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        const int status = archive_read_data_block(reading.handle, &block, &size, &offset);
        if (status == ARCHIVE_EOF)
            return Bytes();
        if (status < ARCHIVE_WARN || offset < 0)
            return {};
        reading.left = {static_cast<const std::uint8_t *>(block), size};
        reading.leftAt = static_cast<std::uint64_t>(offset);
    }
    Bytes piece = reading.left;
    if (reading.leftAt > reading.done) {
        static const std::vector<std::uint8_t> zeros(PieceSize);
        const std::uint64_t hole = reading.leftAt - reading.done;
        piece = Bytes(zeros).first(static_cast<std::size_t>(std::min<std::uint64_t>(hole, zeros.size())));
    } else {
        reading.left = {};
    }
    reading.done += piece.size();
    m_budget.bytes += piece.size();
    return piece;
}

/// Reads the member's first bytes into @p head, and all of it into the temporary file when it is wanted. False when
/// the member breaks off.
bool Unpacker::unpackMember(archive *handle, const Input &input, const QString &path, std::vector<std::uint8_t> &head)
{
    MemberReading reading{.handle = handle, .left = {}, .leftAt = 0, .done = 0};
    bool isDecided = false;
    while (!overLimit(input)) {
        const auto piece = nextPiece(reading);
        if (!piece)
            fail(handle, input, path);
        const bool ends = !piece || piece->empty();
        if (isDecided) {
            if (!ends && !store(path, *piece))
                return false;
        } else {
            if (piece)
                head.insert(head.end(), piece->begin(), piece->end());
            if (ends || head.size() >= HeadSize) {
                if (!isWanted(path, Bytes(head).first(std::min(head.size(), HeadSize))))
                    return piece.has_value();
                isDecided = true;
                if (!store(path, head))
                    return false;
            }
        }
        if (ends)
            return piece.has_value();
    }
    return true;
}

void Unpacker::keep(const QString &path, std::uint64_t begin, bool isArchive, int depth)
{
    if (!m_unpacking->flush()) {
        noRoom(path);
        return;
    }
    auto source = std::make_shared<MemberSource>(path, m_unpacking, begin, m_unpacking->size() - begin);
    if (!isArchive) {
        files.files.push_back({std::move(source)});
    } else if (depth >= DeepestArchive) {
        files.errors.push_back({.code = ErrorCode::TooDeep,
            .what = "archives in one another",
            .place = {.source = path},
            .native = 0,
            .detail = {}});
    } else if (const auto walked = walk(std::move(source), depth + 1); !walked) {
        files.errors.push_back(walked.error());
    }
}

/// False when the archive cannot go on.
bool Unpacker::member(archive *handle, Input &input, archive_entry *entry, bool isRaw, int depth)
{
    ++m_budget.members;
    if (archive_entry_filetype(entry) != AE_IFREG && !isRaw) {
        files.skipped += archive_entry_filetype(entry) == AE_IFDIR ? 0 : 1;
        return true;
    }
    const QString path = isRaw ? shownRawPath(input.source->name()) : shownPath(entry, input.source->name());
    const std::uint64_t begin = m_unpacking->size();
    const std::uint64_t before = m_budget.bytes;
    std::vector<std::uint8_t> head;
    const bool isWhole = unpackMember(handle, input, path, head);
    // What is passed over may have to be unpacked all the same.
    const auto claimed = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0));
    m_budget.bytes = std::max(m_budget.bytes, before + std::min(claimed, m_budget.limits.bytes + 1));
    if (m_unpacking->size() > begin)
        keep(path, begin, sniffArchive(head), depth);
    else if (isWhole && !m_stopped)
        ++files.skipped;
    return !m_stopped;
}

Result<void> Unpacker::walk(std::shared_ptr<const ByteSource> source, int depth)
{
    Input input(std::move(source), m_questions);
    const auto head = headOf(*input.source);
    const bool isCompressed =
        std::ranges::any_of(Signatures, [&](const Signature &s) { return s.isFilter && isAt(head, s); });
    const ArchiveHandle handle = openHandle(input, isCompressed);
    archive_entry *entry = nullptr;
    for (std::uint64_t count = 0; !overLimit(input); ++count) {
        const int status = archive_read_next_header(handle.get(), &entry);
        if (status == ARCHIVE_EOF)
            return {};
        if (status < ARCHIVE_WARN) { // failed or fatal: there is no way on
            if (count == 0 && input.error)
                return std::unexpected(*input.error);
            fail(handle.get(), input, input.source->name());
            if (count > 0 || files.errors.back().code == ErrorCode::Locked)
                return {};
            Error error = files.errors.back();
            files.errors.pop_back();
            error.code = ErrorCode::NotALog;
            error.what = "an archive";
            return std::unexpected(std::move(error));
        }
        const bool isRaw = archive_format(handle.get()) == ARCHIVE_FORMAT_RAW;
        if (!member(handle.get(), input, entry, isRaw, depth))
            break;
    }
    return {};
}

} // namespace

bool sniffArchive(Bytes head)
{
    return std::ranges::any_of(Signatures, [&](const Signature &signature) { return isAt(head, signature); });
}

Result<UnpackedFiles> unpack(
    std::shared_ptr<const ByteSource> archive, const UnpackQuestions &questions, const ArchiveLimits &limits)
{
    auto unpacking = Unpacking::create();
    if (!unpacking)
        return std::unexpected(unpacking.error());
    Unpacker unpacker(std::move(*unpacking), questions, {.limits = limits, .packed = archive->size()});
    if (const auto walked = unpacker.walk(std::move(archive), 0); !walked)
        return std::unexpected(walked.error());
    return std::move(unpacker.files);
}

} // namespace evident
