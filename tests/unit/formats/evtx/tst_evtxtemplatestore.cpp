// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/templatestore.h"

#include <QTest>

using namespace evident;
using namespace evident::evtx;

/// A definition is found again only where all its bytes are the same, and its names, wherever these stand.
class EvtxTemplateStoreTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void findsItElsewhere_data();
    void findsItElsewhere();
    void refusesAnotherByte();
    void refusesNamesThatAreNotThere();
    void tellsInlineNames();
    void comparesNamesThatHaveNoSlot();

private:
    [[nodiscard]] const Template *find(std::size_t offset) const;

    std::vector<std::uint8_t> m_chunk;
    std::unique_ptr<TemplateStore> m_store;
    std::shared_ptr<const Template> m_definition;
};

namespace {

constexpr std::size_t Chunk = 4096; // as far as a file reaches
constexpr std::size_t Size = 45; // of the definition: no multiple of what is compared at once
constexpr std::size_t UseAt = 30; // in it
constexpr std::uint32_t NameAt = 1000;

template<typename T>
void put(std::vector<std::uint8_t> &chunk, std::size_t at, T value)
{
    std::memcpy(chunk.data() + at, &value, sizeof(value));
}

/// A name as chunks store it: place of the next one, hash, length, text, terminator.
void putName(std::vector<std::uint8_t> &chunk, std::size_t at, std::uint16_t hash, std::u16string_view text)
{
    put(chunk, at, std::uint32_t{0xabcd});
    put(chunk, at + 4, hash);
    put(chunk, at + 6, static_cast<std::uint16_t>(text.size()));
    std::memcpy(chunk.data() + at + 8, text.data(), text.size() * 2);
}

/// Place of the next template, then bytes that nothing else has.
void putDefinition(std::vector<std::uint8_t> &chunk, std::size_t at, std::uint32_t nameAt)
{
    for (std::size_t i = 0; i < Size; ++i)
        chunk[at + i] = static_cast<std::uint8_t>(0x40 + i);
    put(chunk, at, static_cast<std::uint32_t>(at * 3));
    put(chunk, at + UseAt, nameAt);
}

} // namespace

void EvtxTemplateStoreTest::init()
{
    m_chunk.assign(Chunk, 0);
    m_store = std::make_unique<TemplateStore>();
    auto definition = std::make_shared<Template>();
    definition->storedSize = Size;
    m_definition = definition;
    putDefinition(m_chunk, 512, NameAt);
    putName(m_chunk, NameAt, 77, u"Event");
    QVERIFY(
        m_store->add(m_chunk, 512, {{.at = 512 + UseAt, .isInline = false, .hash = 77, .text = u"Event"}}, definition));
}

const Template *EvtxTemplateStoreTest::find(std::size_t offset) const
{
    SeenNames seen;
    return m_store->find(m_chunk, offset, Size, seen);
}

void EvtxTemplateStoreTest::findsItElsewhere_data()
{
    QTest::addColumn<std::size_t>("offset");
    QTest::newRow("there") << std::size_t{512};
    QTest::newRow("elsewhere") << std::size_t{2048};
    QTest::newRow("last of the chunk") << Chunk - Size;
    QTest::newRow("nearly the last") << Chunk - Size - 7;
}

void EvtxTemplateStoreTest::findsItElsewhere()
{
    QFETCH(std::size_t, offset);
    m_chunk.assign(Chunk, 0);
    putDefinition(m_chunk, offset, NameAt + 500);
    putName(m_chunk, NameAt + 500, 77, u"Event");
    QCOMPARE(find(offset), m_definition.get());
}

void EvtxTemplateStoreTest::refusesAnotherByte()
{
    for (const std::size_t offset : {std::size_t{2048}, Chunk - Size}) {
        for (std::size_t i = 0; i < Size; ++i) {
            if (i >= UseAt && i < UseAt + 4)
                continue;
            putDefinition(m_chunk, offset, NameAt);
            m_chunk[offset + i] ^= 0x10;
            QCOMPARE(find(offset), i < 4 ? m_definition.get() : nullptr); // the next template's place may differ
        }
    }
}

void EvtxTemplateStoreTest::refusesNamesThatAreNotThere()
{
    for (const std::uint32_t place :
        {0U, 4U, NameAt + 1, std::uint32_t{Chunk} - 8, std::uint32_t{Chunk}, 0xfffffffbU, 0xffffffffU}) {
        putDefinition(m_chunk, 512, place);
        QCOMPARE(find(512), nullptr);
    }
    putDefinition(m_chunk, 512, NameAt);
    QCOMPARE(find(512), m_definition.get());
    putName(m_chunk, NameAt, 77, u"Evens");
    QCOMPARE(find(512), nullptr);
    putName(m_chunk, NameAt, 78, u"Event");
    QCOMPARE(find(512), nullptr);
}

void EvtxTemplateStoreTest::tellsInlineNames()
{
    const std::uint32_t behind = 512 + UseAt + 4;
    putDefinition(m_chunk, 512, behind);
    QCOMPARE(find(512), nullptr); // a name of its own, where the other refers to one elsewhere
    auto own = std::make_shared<Template>();
    own->storedSize = Size;
    QVERIFY(m_store->add(m_chunk, 512, {{.at = 512 + UseAt, .isInline = true, .hash = 0, .text = {}}}, own));
    QCOMPARE(find(512), own.get());
    putDefinition(m_chunk, 512, NameAt);
    QCOMPARE(find(512), m_definition.get());
}

/// More names than a chunk's table has room for: each is compared, and none is taken for another.
void EvtxTemplateStoreTest::comparesNamesThatHaveNoSlot()
{
    constexpr std::uint16_t Names = 1'100;
    std::vector<std::shared_ptr<const Template>> kept;
    for (std::uint16_t hash = 100; hash < 100 + Names; ++hash) {
        auto definition = std::make_shared<Template>();
        definition->storedSize = Size;
        putName(m_chunk, NameAt, hash, u"Other");
        const std::vector<NameUse> uses{{.at = 512 + UseAt, .isInline = false, .hash = hash, .text = u"Other"}};
        QVERIFY(m_store->add(m_chunk, 512, uses, definition));
        kept.push_back(std::move(definition));
    }
    for (std::uint16_t hash = 100; hash < 100 + Names; ++hash) {
        putName(m_chunk, NameAt, hash, u"Other");
        QCOMPARE(find(512), kept[hash - 100].get());
    }
    putName(m_chunk, NameAt, 50, u"Other");
    QCOMPARE(find(512), nullptr);
}

QTEST_APPLESS_MAIN(EvtxTemplateStoreTest)
#include "tst_evtxtemplatestore.moc"
