// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The frames between the program and evident-remote, and the NDR inside of them: exact bytes, and nothing believed that
// is too long, too short or unknown.

#include "remote/message.h"
#include "remote/ndr.h"
#include "remote/ntstatus.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class RemoteMessagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void framesHaveTheseBytes();
    void framesCutAnywhereComeTogether();
    void aFrameTooLongIsBroken_data();
    void aFrameTooLongIsBroken();
    void bodiesComeBackAsTheyWent();
    void cutBodiesAreRefused();
    void unknownNumbersAreRefused();
    void ndrStringsHaveTheseBytes();
    void ndrUnicodeStringsHaveTheseBytes();
    void ndrRefusesWhatLies_data();
    void ndrRefusesWhatLies();
    void statusesHaveTheirMeaning_data();
    void statusesHaveTheirMeaning();
};

namespace {

std::vector<std::uint8_t> bytesOf(const QByteArray &hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex);
    return {bytes.begin(), bytes.end()};
}

} // namespace

void RemoteMessagesTest::framesHaveTheseBytes()
{
    const Message message{.kind = MessageKind::Call, .number = 7, .body = {0xAA, 0xBB}};
    QCOMPARE(frameOf(message), bytesOf("07000000 07000000 03 AABB"));
    QCOMPARE(bodyOf(PipeRequest{.pipe = "svcctl", .uuid = std::vector<std::uint8_t>(16, 0x11), .version = 2}),
        bytesOf("06000000 737663 63746C 11111111111111111111111111111111 02000000"));
}

void RemoteMessagesTest::framesCutAnywhereComeTogether()
{
    auto bytes = frameOf({.kind = MessageKind::Done, .number = 1, .body = {1, 2, 3}});
    const auto second = frameOf({.kind = MessageKind::Failed, .number = 2, .body = {}});
    bytes.insert(bytes.end(), second.begin(), second.end());
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        FrameAssembly assembly;
        std::vector<Message> got;
        for (const Bytes piece : {Bytes(bytes).first(cut), Bytes(bytes).subspan(cut)}) {
            assembly.add(piece);
            while (auto message = assembly.take())
                got.push_back(std::move(*message));
        }
        QCOMPARE(got.size(), 2U);
        QCOMPARE(got[0].body, (std::vector<std::uint8_t>{1, 2, 3}));
        QCOMPARE(got[1].number, 2U);
        QVERIFY(got[1].kind == MessageKind::Failed);
        QVERIFY(!assembly.isBroken());
    }
}

void RemoteMessagesTest::aFrameTooLongIsBroken_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addRow("longer than any") << QByteArray("01000001");
    QTest::addRow("all bits") << QByteArray("FFFFFFFF");
    QTest::addRow("shorter than its head") << QByteArray("04000000");
}

void RemoteMessagesTest::aFrameTooLongIsBroken()
{
    QFETCH(const QByteArray, length);
    FrameAssembly assembly;
    assembly.add(bytesOf(length));
    QVERIFY(!assembly.take());
    QVERIFY(assembly.isBroken());
}

void RemoteMessagesTest::bodiesComeBackAsTheyWent()
{
    const ConnectRequest request{.host = "mail01",
        .port = 4450,
        .logon = LogonKind::Ticket,
        .smb1 = OldProtocol::Allowed,
        .user = "anna",
        .domain = "CORP",
        .password = "geheim\xC3\xA4"};
    const auto back = connectRequestFrom(bodyOf(request));
    QVERIFY(back.has_value());
    QCOMPARE(back->host, request.host);
    QCOMPARE(back->port, request.port);
    QVERIFY(back->logon == LogonKind::Ticket && back->smb1 == OldProtocol::Allowed);
    QCOMPARE(back->user, request.user);
    QCOMPARE(back->domain, request.domain);
    QCOMPARE(back->password, request.password);
    const RemoteFailure failure{.status = 0xC000006D,
        .systemError = 111,
        .step = RemoteStep::LogOn,
        .fact = FailureFact::OnlyOldProtocol,
        .address = "10.1.2.3",
        .words = "x"};
    const auto failed = remoteFailureFrom(bodyOf(failure));
    QVERIFY(failed.has_value());
    QCOMPARE(failed->status, failure.status);
    QCOMPARE(failed->systemError, failure.systemError);
    QVERIFY(failed->step == failure.step && failed->fact == failure.fact);
    QCOMPARE(failed->address, failure.address);
}

void RemoteMessagesTest::cutBodiesAreRefused()
{
    const auto request = bodyOf(ConnectRequest{.host = "h", .port = 1, .user = "u", .domain = "d", .password = "p"});
    const auto pipe = bodyOf(PipeRequest{.pipe = "p", .uuid = std::vector<std::uint8_t>(16), .version = 1});
    const auto failure = bodyOf(RemoteFailure{});
    const auto answer = bodyOf(ConnectAnswer{.address = "a", .pipe = 1});
    const auto progress = bodyOf(ConnectProgress{.step = RemoteStep::Reach, .address = "a"});
    for (std::size_t size = 0; size < request.size(); ++size)
        QVERIFY(!connectRequestFrom(Bytes(request).first(size)));
    for (std::size_t size = 0; size < pipe.size(); ++size)
        QVERIFY(!pipeRequestFrom(Bytes(pipe).first(size)));
    for (std::size_t size = 0; size < failure.size(); ++size)
        QVERIFY(!remoteFailureFrom(Bytes(failure).first(size)));
    for (std::size_t size = 0; size < answer.size(); ++size)
        QVERIFY(!connectAnswerFrom(Bytes(answer).first(size)));
    for (std::size_t size = 0; size < progress.size(); ++size)
        QVERIFY(!connectProgressFrom(Bytes(progress).first(size)));
}

void RemoteMessagesTest::unknownNumbersAreRefused()
{
    QVERIFY(!connectProgressFrom(bytesOf("07 00000000")));
    QVERIFY(connectProgressFrom(bytesOf("04 00000000")).has_value());
    QVERIFY(!remoteFailureFrom(bytesOf("00000000 00000000 07 00 00000000 00000000")));
    QVERIFY(!remoteFailureFrom(bytesOf("00000000 00000000 00 07 00000000 00000000")));
}

void RemoteMessagesTest::ndrStringsHaveTheseBytes()
{
    NdrWriter stub;
    stub.string(u"IMC").u32(5);
    QCOMPARE(stub.bytes().toHex(), QByteArray("04000000000000000400000049004d004300000005000000"));
    NdrWriter odd;
    odd.string(u"IM").u32(5); // three characters with the zero: two bytes of padding
    QCOMPARE(odd.bytes().toHex(),
        QByteArray("03000000000000000300000049004d0000000000"
                   "05000000"));
    NdrReader reader(odd.bytes());
    QCOMPARE(reader.string(), u"IM"_s);
    QCOMPARE(reader.u32(), 5U);
    QVERIFY(!reader.failed());
    QCOMPARE(reader.u32(), 0U);
    QVERIFY(reader.failed());
}

void RemoteMessagesTest::ndrUnicodeStringsHaveTheseBytes()
{
    NdrWriter with;
    with.unicodeString(u"Start", NdrWriter::Counted::WithZero);
    QCOMPARE(with.bytes().toHex(),
        QByteArray("0c000c0000000200060000000000000006000000"
                   "530074006100720074000000"));
    NdrWriter without;
    without.unicodeString(u"App", NdrWriter::Counted::WithoutZero);
    QCOMPARE(without.bytes().toHex(),
        QByteArray("0600080000000200040000000000000003000000"
                   "410070007000"));
}

void RemoteMessagesTest::ndrRefusesWhatLies_data()
{
    QTest::addColumn<QByteArray>("stub");
    QTest::addRow("count past the end") << QByteArray("FFFFFF7F00000000FFFFFF7F4100");
    QTest::addRow("count past the largest") << QByteArray("010000000000000002000000410000004200");
    QTest::addRow("offset") << QByteArray("04000000010000000200000041000000");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("cut") << QByteArray("0400000000");
}

void RemoteMessagesTest::ndrRefusesWhatLies()
{
    QFETCH(const QByteArray, stub);
    const QByteArray bytes = QByteArray::fromHex(stub);
    NdrReader asText(bytes);
    QCOMPARE(asText.string(), QString());
    QVERIFY(asText.failed());
    NdrReader asBytes(bytes);
    QVERIFY(asBytes.varyingBytes().empty());
}

void RemoteMessagesTest::statusesHaveTheirMeaning_data()
{
    QTest::addColumn<quint32>("status");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("fact");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, quint32 status, RemoteStep step, FailureFact fact, ErrorCode code) {
        QTest::addRow("%s", name) << status << int(step) << int(fact) << int(code);
    };
    using enum RemoteStep;
    row("name", 0, Resolve, FailureFact::None, ErrorCode::HostNotFound);
    row("port", 0, Reach, FailureFact::None, ErrorCode::HostUnreachable);
    row("password", 0xC000006D, LogOn, FailureFact::None, ErrorCode::LogonRefused);
    row("locked", 0xC0000234, LogOn, FailureFact::None, ErrorCode::LogonRefused);
    row("old", 0xC000020D, LogOn, FailureFact::OnlyOldProtocol, ErrorCode::ProtocolTooOld);
    row("web server", 0xC000020D, LogOn, FailureFact::NotFileSharing, ErrorCode::HostUnreachable);
    row("not sealed", 0, LogOn, FailureFact::NotSealed, ErrorCode::BadReply);
    row("no room here", 0, Read, FailureFact::NotKept, ErrorCode::WriteFailed);
    row("no pipe", 0xC0000034, Pipe, FailureFact::None, ErrorCode::NotFound);
    row("denied", 0xC0000022, Pipe, FailureFact::None, ErrorCode::NoPermission);
    row("gone", 0xC000020C, Call, FailureFact::None, ErrorCode::ConnectionLost);
    row("altered", 0xC0020057, Call, FailureFact::None, ErrorCode::ConnectionLost);
    row("fault", 0xC002002E, Call, FailureFact::None, ErrorCode::RemoteRefused);
}

void RemoteMessagesTest::statusesHaveTheirMeaning()
{
    QFETCH(const quint32, status);
    QFETCH(const int, step);
    QFETCH(const int, fact);
    QFETCH(const int, code);
    const RemoteFailure failure{
        .status = status, .step = static_cast<RemoteStep>(step), .fact = static_cast<FailureFact>(fact)};
    QCOMPARE(int(errorCodeOf(failure)), code);
}

QTEST_GUILESS_MAIN(RemoteMessagesTest)
#include "tst_remotemessages.moc"
