// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "smbfiles.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <libsmbclient.h>

namespace evident {

namespace {

constexpr std::uint32_t LargePiece = 1U << 20; ///< from here on it pays to read ahead
constexpr int LibraryPatience = 60'000; ///< ms; whoever started this program ends it long before

/// Of user@realm; empty for a user who was written otherwise, and for what could not be a realm.
std::string_view realmOf(std::string_view user)
{
    const std::size_t at = user.rfind('@');
    const std::string_view realm = at == std::string_view::npos ? std::string_view() : user.substr(at + 1);
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    };
    return std::ranges::all_of(realm, fits) ? realm : std::string_view();
}

/// The settings that count, in a file without a name.
int configurationFile(const ConnectRequest &request)
{
    const std::string oldest = request.smb1 == OldProtocol::Allowed ? "NT1" : "SMB2_02";
    const std::string text = "[global]\n"
                             "client signing = required\n"
                             "client ipc signing = required\n"
                             "client NTLMv2 auth = yes\n"
                             "client lanman auth = no\n"
                             "client plaintext auth = no\n"
                             "client use spnego = yes\n"
                             "client max protocol = SMB3_11\n"
                             "client min protocol = "
        + oldest
        + "\n"
          "client smb encrypt = default\n"
          "name resolve order = host\n"
          "netbios name = EVIDENT\n"
          "workgroup = WORKGROUP\n"
          "log level = 0\n"
        + (realmOf(request.user).empty() ? std::string() : "realm = " + std::string(realmOf(request.user)) + '\n');
    const int file = memfd_create("evident-remote", 0);
    if (file >= 0 && write(file, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
        ::close(file);
        return -1;
    }
    return file;
}

void copyText(char *into, int room, std::string_view text)
{
    if (room > 0)
        std::snprintf(into, static_cast<std::size_t>(room), "%.*s", static_cast<int>(text.size()), text.data());
}

/// The library asks for the account through this.
void giveAccount(SMBCCTX *context, const char * /*server*/, const char * /*share*/, char *domain, int domainRoom,
    char *user, int userRoom, char *password, int passwordRoom)
{
    const auto *request = static_cast<const ConnectRequest *>(smbc_getOptionUserData(context));
    if (request->logon == LogonKind::Ticket)
        return;
    // The library gets a ticket for a password where it knows the realm, which it does not look for in the user.
    const std::string_view realm = realmOf(request->user);
    const std::string_view name = request->user;
    copyText(domain, domainRoom, realm.empty() ? std::string_view(request->domain) : realm);
    copyText(user, userRoom, realm.empty() ? name : name.substr(0, name.rfind('@')));
    copyText(password, passwordRoom, request->password);
}

/// Every byte but letters and digits as %XX: a path may hold what means something in a URL.
void appendEncoded(std::string &url, std::string_view text)
{
    constexpr std::string_view Digits = "0123456789ABCDEF";
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        const auto byte = static_cast<unsigned char>(c);
        if (isPlain)
            url += c;
        else
            url.append({'%', Digits[byte >> 4], Digits[byte & 0xf]});
    }
}

/// 0, or why not.
int writeAll(int file, Bytes bytes, std::uint64_t offset)
{
    while (!bytes.empty()) {
        const ssize_t written = pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : ENOSPC;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return 0;
}

std::uint64_t nanoseconds(const timespec &time)
{
    constexpr std::uint64_t ASecond = 1'000'000'000;
    return time.tv_sec < 0
        ? 0
        : static_cast<std::uint64_t>(time.tv_sec) * ASecond + static_cast<std::uint64_t>(time.tv_nsec);
}

FileFacts factsOf(const struct stat &status)
{
    return {.kind = S_ISDIR(status.st_mode) ? FileKind::Folder : FileKind::File,
        .size = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0)),
        .changed = nanoseconds(status.st_mtim)};
}

FileFacts factsOf(const libsmb_file_info &info)
{
    constexpr std::uint16_t DirectoryAttribute = 0x10;
    return {.kind = (info.attrs & DirectoryAttribute) != 0 ? FileKind::Folder : FileKind::File,
        .size = info.size,
        .changed = nanoseconds(info.mtime_ts)};
}

} // namespace

struct SmbFiles::Library {
    SMBCCTX *context = nullptr;

    explicit Library(ConnectRequest &request)
    {
        // At its making the library would read the person's and the machine's smb.conf; what is left of the latter is
        // overridden line by line.
        const char *home = std::getenv("HOME");
        const std::string kept = home != nullptr ? home : "";
        unsetenv("HOME");
        context = smbc_new_context();
        if (context != nullptr)
            configure(request);
        if (home != nullptr)
            setenv("HOME", kept.c_str(), 1);
    }
    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;
    // Not freed: closing politely may wait for a host that hangs, and the process ends with us.
    ~Library() = default;

private:
    void configure(ConnectRequest &request)
    {
        smbc_setDebug(context, 0);
        smbc_setPort(context, request.port);
        smbc_setTimeout(context, LibraryPatience);
        smbc_setOptionUserData(context, &request);
        smbc_setFunctionAuthDataWithContext(context, giveAccount);
        smbc_setOptionNoAutoAnonymousLogin(context, 1);
        smbc_setOptionUseCCache(context, 0);
        const bool hasRealm = !realmOf(request.user).empty();
        smbc_setOptionUseKerberos(context, request.logon == LogonKind::Ticket || hasRealm ? 1 : 0);
        smbc_setOptionFallbackAfterKerberos(context, request.logon == LogonKind::Password ? 1 : 0);
        smbc_setOptionProtocols(context, request.smb1 == OldProtocol::Allowed ? "NT1" : "SMB2_02", "SMB3_11");
        if (smbc_init_context(context) == nullptr) {
            context = nullptr;
            return;
        }
        const int file = configurationFile(request);
        const std::string path = "/proc/self/fd/" + std::to_string(file);
        // Without it signing would not be demanded: then nothing is read at all.
        if (file < 0 || smbc_setConfiguration(context, path.c_str()) != 0)
            context = nullptr;
        if (file >= 0)
            ::close(file);
    }
};

struct SmbFiles::File {
    SMBCFILE *file = nullptr;
    Descriptor into;
    std::uint64_t size = 0; ///< when it was opened; what is written behind that is of no use to anybody
    std::uint64_t position = 0;
};

SmbFiles::SmbFiles(const ConnectRequest &request, const std::string &address)
    : m_request(request)
    , m_host(request.logon == LogonKind::Ticket || request.user.find('@') != std::string::npos ? request.host : address)
{
}

SmbFiles::~SmbFiles()
{
    wipe(m_request.password);
}

bool SmbFiles::isReady()
{
    if (!m_library)
        m_library = std::make_unique<Library>(m_request);
    return m_library->context != nullptr;
}

std::string SmbFiles::urlOf(const FileRequest &file) const
{
    std::string url = "smb://";
    appendEncoded(url, m_host); // an IPv6 address, too: a bare colon would begin a port
    url += '/';
    appendEncoded(url, file.share);
    for (std::size_t at = 0; at < file.path.size();) {
        const std::size_t end = std::min(file.path.find('/', at), file.path.size());
        if (end > at) {
            url += '/';
            appendEncoded(url, std::string_view(file.path).substr(at, end - at));
        }
        at = end + 1;
    }
    return url;
}

/// The library has one number for a share and for a file in it; the share itself tells them apart.
RemoteFailure SmbFiles::failed(int error, const FileRequest &file)
{
    RemoteFailure failure{.systemError = static_cast<std::uint32_t>(error), .step = RemoteStep::File};
    if (error != EACCES && error != EPERM && error != ENOENT)
        return failure;
    struct stat status{};
    const std::string share = urlOf({.share = file.share, .path = {}});
    if (m_library->context != nullptr
        && smbc_getFunctionStat(m_library->context)(m_library->context, share.c_str(), &status) != 0)
        failure.fact = errno == ENOENT ? FailureFact::NoShare : FailureFact::ShareRefused;
    return failure;
}

SmbFiles::Answer<std::vector<FolderEntry>> SmbFiles::list(const FileRequest &folder)
{
    if (!isReady())
        return std::unexpected(RemoteFailure{.systemError = ENOMEM, .step = RemoteStep::File});
    SMBCCTX *context = m_library->context;
    SMBCFILE *opened = smbc_getFunctionOpendir(context)(context, urlOf(folder).c_str());
    if (opened == nullptr)
        return std::unexpected(failed(errno, folder));
    std::vector<FolderEntry> entries;
    const auto next = smbc_getFunctionReaddirPlus(context);
    for (const libsmb_file_info *info = next(context, opened); info != nullptr; info = next(context, opened)) {
        const std::string_view name = info->name;
        if (name != "." && name != ".." && entries.size() < MostFolderEntries)
            entries.push_back({.name = std::string(name), .facts = factsOf(*info)});
    }
    smbc_getFunctionClosedir(context)(context, opened);
    return entries;
}

SmbFiles::Answer<FileFacts> SmbFiles::lookAt(const FileRequest &file)
{
    if (!isReady())
        return std::unexpected(RemoteFailure{.systemError = ENOMEM, .step = RemoteStep::File});
    struct stat status{};
    SMBCCTX *context = m_library->context;
    if (smbc_getFunctionStat(context)(context, urlOf(file).c_str(), &status) != 0)
        return std::unexpected(failed(errno, file));
    return factsOf(status);
}

SmbFiles::Answer<OpenedFile> SmbFiles::open(const FileRequest &file, Descriptor into)
{
    if (!isReady())
        return std::unexpected(RemoteFailure{.systemError = ENOMEM, .step = RemoteStep::File});
    SMBCCTX *context = m_library->context;
    File opened{
        .file = smbc_getFunctionOpen(context)(context, urlOf(file).c_str(), O_RDONLY, 0), .into = std::move(into)};
    if (opened.file == nullptr)
        return std::unexpected(failed(errno, file));
    struct stat status{};
    if (smbc_getFunctionFstat(context)(context, opened.file, &status) != 0) {
        const int error = errno;
        smbc_getFunctionClose(context)(context, opened.file);
        return std::unexpected(failed(error, file));
    }
    const FileFacts facts = factsOf(status);
    opened.size = facts.size;
    m_files.emplace(++m_lastFile, std::move(opened));
    return OpenedFile{.handle = m_lastFile, .facts = facts};
}

SmbFiles::Answer<std::uint32_t> SmbFiles::read(const FileRead &read)
{
    const bool isNext = read.handle == m_next.handle && read.offset == m_next.offset;
    const auto ahead = std::exchange(m_ahead, std::nullopt);
    const bool isHere = isNext && ahead && read.length == m_next.length;
    const auto answer = isHere ? Answer<std::uint32_t>(*ahead) : fetch(read);
    const bool goesOn = answer && *answer == read.length && read.length >= LargePiece && (isNext || read.offset == 0);
    m_next = {.handle = read.handle, .offset = read.offset + read.length, .length = 0};
    if (goesOn) {
        const std::uint64_t size = m_files.at(read.handle).size;
        m_next.length =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(read.length, size - std::min(size, m_next.offset)));
    }
    return answer;
}

void SmbFiles::readAhead()
{
    if (m_next.length == 0 || m_ahead)
        return;
    if (const auto came = fetch(m_next)) // what fails is asked for again, and told then
        m_ahead = *came;
}

SmbFiles::Answer<std::uint32_t> SmbFiles::fetch(const FileRead &read)
{
    const auto found = m_files.find(read.handle);
    if (found == m_files.end())
        return std::unexpected(RemoteFailure{.systemError = EBADF, .step = RemoteStep::Read});
    SMBCCTX *context = m_library->context;
    File &file = found->second;
    const auto lost = [] {
        return std::unexpected(
            RemoteFailure{.systemError = static_cast<std::uint32_t>(errno), .step = RemoteStep::Read});
    };
    if (file.position != read.offset) {
        if (smbc_getFunctionLseek(context)(context, file.file, static_cast<off_t>(read.offset), SEEK_SET) < 0)
            return lost();
        file.position = read.offset;
    }
    if (m_piece.size() < read.length)
        m_piece.resize(read.length);
    std::size_t done = 0;
    while (done < read.length) {
        const ssize_t got =
            smbc_getFunctionRead(context)(context, file.file, m_piece.data() + done, read.length - done);
        if (got < 0)
            return lost();
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
        file.position += static_cast<std::uint64_t>(got);
    }
    if (const int problem = writeAll(file.into.number(), Bytes(m_piece).first(done), read.offset); problem != 0)
        return std::unexpected(RemoteFailure{.systemError = static_cast<std::uint32_t>(problem),
            .step = RemoteStep::Read,
            .fact = FailureFact::NotKept});
    return static_cast<std::uint32_t>(done);
}

void SmbFiles::close(std::uint32_t handle)
{
    const auto found = m_files.find(handle);
    if (found == m_files.end())
        return;
    smbc_getFunctionClose(m_library->context)(m_library->context, found->second.file);
    m_files.erase(found);
}

} // namespace evident
