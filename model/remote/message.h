// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program and its child evident-remote say to each other over their socket pair: frames of a length, a number
// and a kind, then the body. Free of Qt, because the child starts faster without. The child answers every request in
// order with Done or Failed of the same number; Progress may come before. Both ends trust no length.
//
//     u32 length of what follows · u32 number · u8 kind · body        (all little-endian)
//
// A text in a body is its u32 length and UTF-8; the layout of each body stands at its structure below.

#include "bytes/bytes.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evident {

enum class MessageKind : std::uint8_t {
    // asked by the program
    Connect = 1, ///< ConnectRequest → Done with ConnectAnswer
    OpenPipe = 2, ///< PipeRequest → Done with u32 handle
    Call = 3, ///< u32 handle, u16 operation, stub → Done with the reply's stub
    ClosePipe = 4, ///< u32 handle → Done
    // about files, see filemessage.h
    ListFolder = 5, ///< FileRequest → Done with FolderEntries
    LookAtFile = 6, ///< FileRequest → Done with FileFacts
    OpenFile = 7, ///< FileRequest, and with it the descriptor of a file for the bytes → Done with OpenedFile
    ReadFile = 8, ///< FileRead → Done with u32: so many bytes were put there; fewer only at the file's end
    CloseFile = 9, ///< u32 handle → Done
    // said by the child
    Progress = 64, ///< ConnectProgress
    Done = 65,
    Failed = 66, ///< RemoteFailure
};

struct Message {
    MessageKind kind = MessageKind::Failed;
    std::uint32_t number = 0;
    std::vector<std::uint8_t> body;
};

/// The largest frame either end accepts.
inline constexpr std::uint32_t LargestFrame = 16U * 1024 * 1024;

/// Where an attempt stands, or stood when it failed.
enum class RemoteStep : std::uint8_t {
    Resolve, ///< asking for the address of a name
    Reach, ///< connecting to the port
    LogOn, ///< speaking SMB: protocol, logon, the first pipe
    Pipe, ///< opening a further pipe
    Call, ///< calling through a pipe
    File, ///< finding a share, a folder or a file
    Read, ///< reading a file that is open
};

enum class LogonKind : std::uint8_t {
    Ticket, ///< the Kerberos ticket of the person who is signed in
    Password,
};
enum class OldProtocol : std::uint8_t { Refused, Allowed }; ///< SMB 1

/// text host · u16 port · u8 LogonKind · u8 OldProtocol · text user · text domain · text password
struct ConnectRequest {
    std::string host; ///< name or address
    std::uint16_t port = 445;
    LogonKind logon = LogonKind::Password;
    OldProtocol smb1 = OldProtocol::Refused;
    std::string user;
    std::string domain; ///< realm when the user was written user@realm
    std::string password;
};

/// u8 step · text address (empty while it is not known)
struct ConnectProgress {
    RemoteStep step = RemoteStep::Resolve;
    std::string address;
};

/// text address · u32 handle of the first pipe, which is \pipe\srvsvc
struct ConnectAnswer {
    std::string address;
    std::uint32_t pipe = 0;
};

/// text pipe ("svcctl") · 16 bytes UUID as they go over the wire · u32 version (major in the low half)
struct PipeRequest {
    std::string pipe;
    std::vector<std::uint8_t> uuid;
    std::uint32_t version = 0;
};

/// What the child found out about a failure, beyond the numbers.
enum class FailureFact : std::uint8_t {
    None,
    OnlyOldProtocol, ///< the host answers SMB 1 and nothing newer
    NotFileSharing, ///< something answers that is no SMB server
    NotSealed, ///< the host agreed to a call interface without encryption, which is refused
    NoShare, ///< the host has no such share
    ShareRefused, ///< the account may not use the share
    NotKept, ///< what came could not be written to the file that was handed over
};
/// u32 status · u32 errno · u8 step · u8 fact · text address · text words for developers
struct RemoteFailure {
    std::uint32_t status = 0; ///< NTSTATUS; 0 when none
    std::uint32_t systemError = 0; ///< errno, or the getaddrinfo code in the step Resolve; 0 when none
    RemoteStep step = RemoteStep::Call;
    FailureFact fact = FailureFact::None;
    std::string address{};
    std::string words{};
};

/// Builds a body.
class BodyWriter {
public:
    BodyWriter &u8(std::uint8_t value);
    BodyWriter &u16(std::uint16_t value);
    BodyWriter &u32(std::uint32_t value);
    BodyWriter &u64(std::uint64_t value);
    BodyWriter &text(std::string_view value);
    BodyWriter &raw(Bytes bytes);
    [[nodiscard]] std::vector<std::uint8_t> take() { return std::move(m_body); }

private:
    std::vector<std::uint8_t> m_body;
};

/// The text at the cursor; empty, and the cursor failed, when it does not lie wholly inside.
[[nodiscard]] std::string readText(Cursor &cursor);

[[nodiscard]] std::vector<std::uint8_t> bodyOf(const ConnectRequest &request);
[[nodiscard]] std::vector<std::uint8_t> bodyOf(const ConnectProgress &progress);
[[nodiscard]] std::vector<std::uint8_t> bodyOf(const ConnectAnswer &answer);
[[nodiscard]] std::vector<std::uint8_t> bodyOf(const PipeRequest &request);
[[nodiscard]] std::vector<std::uint8_t> bodyOf(const RemoteFailure &failure);

// Nothing when the body is too short, or holds a number that means nothing.
[[nodiscard]] std::optional<ConnectRequest> connectRequestFrom(Bytes body);
[[nodiscard]] std::optional<ConnectProgress> connectProgressFrom(Bytes body);
[[nodiscard]] std::optional<ConnectAnswer> connectAnswerFrom(Bytes body);
[[nodiscard]] std::optional<PipeRequest> pipeRequestFrom(Bytes body);
[[nodiscard]] std::optional<RemoteFailure> remoteFailureFrom(Bytes body);

/// The bytes of a frame.
[[nodiscard]] std::vector<std::uint8_t> frameOf(const Message &message);

/// Puts frames together again from pieces as they arrive.
class FrameAssembly {
public:
    void add(Bytes piece);
    /// The next whole frame, if it is there.
    [[nodiscard]] std::optional<Message> take();
    /// A frame announced a length that none may have: nothing more can be understood.
    [[nodiscard]] bool isBroken() const { return m_broken; }

private:
    std::vector<std::uint8_t> m_bytes;
    std::size_t m_start = 0;
    bool m_broken = false;
};

/// Overwrites what held a secret, so that the compiler may not leave it out.
void wipe(std::vector<std::uint8_t> &bytes);
void wipe(std::string &text);

} // namespace evident
