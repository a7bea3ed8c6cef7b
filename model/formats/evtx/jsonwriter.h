// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes a record as one JSON object in the layout of `evtx_dump -o jsonl`, straight into the output: a visitor of ProgramWalk, made
// for one record. Attributes stand under "#attributes" beside "#text"; the Data of EventData and UserData become members by their
// names, or one list where they have none; a name that comes again gets _1, _2 …; what is empty is null.

#include "bytes/outbuffer.h"
#include "formats/evtx/program.h"
#include "formats/evtx/value.h"

#include <vector>

namespace evident::evtx {

class ValueLog;

/// Writes a value that is neither null nor nested as the text of a JSON string, or bare.
void appendJsonValue(OutBuffer &out, const Value &value);

class JsonWriter {
public:
    /// @p log, where there is one, is told where values are written.
    explicit JsonWriter(OutBuffer &out, ValueLog *log = nullptr);
    /// True as long as no element was written.
    [[nodiscard]] bool isEmpty() const { return !m_frames.front().hasMembers; }
    /// Closes the object; where no event could be decoded, it is null: no record is left out.
    void finish();

    void openElement(const Program &program, const Instruction &at);
    void attribute(const Program &program, const Instruction &at);
    void endAttribute();
    void closeStart(Op op);
    void endElement(const Program &program, const Instruction &at);
    void text(const Program &program, const Instruction &at);
    void value(const Value &value);

private:
    /// Text that grows piece by piece: a lone number or truth value stands bare, all else in quotes.
    struct Run {
        enum class State : std::uint8_t { None, Bare, Quoted, Closed };
        std::size_t at = 0;
        std::size_t end = 0; ///< once closed
        State state = State::None;
    };
    /// The unnamed Data of a container, one value or several.
    struct List {
        std::size_t at = 0;
        std::size_t end = 0;
        std::size_t count = 0;
        bool isOpen = false; ///< nothing else has been written since
    };
    struct Frame {
        std::size_t valueAt = 0;
        std::size_t firstName = 0; ///< in m_names: those of this element's children
        Run content{};
        List list{};
        bool isObject = false;
        bool hasMembers = false;
        bool isContainer = false; ///< EventData or UserData
        bool isData = false; ///< Data in a container
        bool isNamed = true;
        bool hasAttributes = false;
    };
    struct NameCount {
        QStringView name;
        unsigned count;
    };
    enum class Target : std::uint8_t { Content, Attribute, Key, Nothing };

    void insert(std::size_t at, std::string_view text);
    void beginMember(Frame &parent);
    void writeKey(const Program &program, const Instruction &at);
    void openObject(Frame &frame);
    void beginListItem(Frame &list);
    void endListItem(Frame &list, std::size_t valueAt);
    void closeList(List &list);
    template<typename Write>
    void piece(Run &run, bool isBare, Write write);
    void insertLate(Run &run, std::string_view text);
    void closeRun(Run &run);
    template<typename Write>
    void take(bool isBare, Write write);

    OutBuffer &m_out;
    ValueLog *m_log;
    std::vector<Frame> m_frames;
    std::vector<NameCount> m_names;
    Target m_target = Target::Content;
    Run m_attribute;
    std::size_t m_attributeAt = 0;
};

} // namespace evident::evtx
