// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Plays a program with its values to a visitor, as the XML that the record means: elements whose dependency is null
// left out, arrays spread over their elements, nested fragments in their place. The one place that knows these rules;
// writers and collectors are visitors and know their form only.
//
// A visitor has: openElement(const Program &, const Instruction &), attribute(const Program &, const Instruction &), endAttribute(), closeStart(Op),
// endElement(const Program &, const Instruction &), text(const Program &, const Instruction &) for literals and processing instructions,
// value(const Value &) for values that are neither null, arrays nor nested.

#include "formats/evtx/fragment.h"

namespace evident::evtx {

template<typename Visitor>
class ProgramWalk {
public:
    ProgramWalk(TemplateTable &templates, Origin origin, Visitor &visitor)
        : m_templates(templates)
        , m_origin(origin)
        , m_visitor(visitor)
    {
    }

    /// Plays one piece of a record, and what its values nest. Faults are not its business: see FragmentReader.
    void play(const Program &program, Values values)
    {
        const auto &code = program.code;
        const auto count = static_cast<std::uint32_t>(code.size());
        Spread spread;
        for (std::uint32_t i = 0; i < count;) {
            const Instruction &at = code[i];
            switch (at.op) {
            case Op::OpenElement: i = open(program, values, i, spread); break;
            case Op::Attribute: i = attribute(program, values, i); break;
            case Op::CloseStart:
            case Op::CloseEmpty:
                m_visitor.closeStart(at.op);
                ++i;
                break;
            case Op::EndElement:
                m_visitor.endElement(program, at);
                ++i;
                if (spread.element != None && i == code[spread.element].end)
                    i = spread.left ? spread.element : (spread.element = None, i);
                break;
            case Op::Substitution:
                if (spread.element != None && i + 2 == code[spread.element].end)
                    item(spread);
                else
                    content(valueAt(values, at.number));
                ++i;
                break;
            default: m_visitor.text(program, at); ++i;
            }
        }
    }

private:
    static constexpr std::uint32_t None = 0xffffffff;

    /// The element that is being repeated for each item of an array.
    struct Spread {
        std::uint32_t element = None;
        bool left = false; ///< `next` holds an item
        ArrayItems items{Value{}};
        Value next;
    };

    std::uint32_t open(const Program &program, Values values, std::uint32_t index, Spread &spread)
    {
        const Instruction &at = program.code[index];
        if (at.number != NoDependency && valueAt(values, at.number).isNull())
            return at.end;
        if (spread.element != index) {
            const Instruction &last = program.code[at.end - 2];
            const bool isAlone = last.op == Op::Substitution && program.code[at.end - 3].op == Op::CloseStart;
            const Value value = isAlone ? valueAt(values, last.number) : Value{};
            if (isArray(value.type) && !isOneNumber(value)) {
                spread.items = ArrayItems(value);
                spread.left = spread.items.next(spread.next);
                spread.element = index;
            }
        }
        m_visitor.openElement(program, at);
        return index + 1;
    }

    /// An array of one number stays an array to the visitor: evtx_dump's jsonl writes its item as text.
    static bool isOneNumber(const Value &array)
    {
        const ValueType type = itemType(array.type);
        const bool isNumber = (type >= ValueType::Int8 && type <= ValueType::UInt64) || type == ValueType::Bool;
        return isNumber && array.size == fixedSize(type);
    }

    void item(Spread &spread)
    {
        if (!spread.left)
            return;
        content(spread.next);
        spread.left = spread.items.next(spread.next);
    }

    std::uint32_t attribute(const Program &program, Values values, std::uint32_t index)
    {
        const Instruction &at = program.code[index];
        const bool isAlone = at.end - index == 2 && program.code[index + 1].op == Op::Substitution;
        if (isAlone && program.code[index + 1].isOptional && valueAt(values, program.code[index + 1].number).isNull())
            return at.end;
        m_visitor.attribute(program, at);
        for (std::uint32_t i = index + 1; i < at.end; ++i) {
            if (program.code[i].op == Op::Substitution)
                inAttribute(valueAt(values, program.code[i].number));
            else
                m_visitor.text(program, program.code[i]);
        }
        m_visitor.endAttribute();
        return at.end;
    }

    void inAttribute(const Value &value)
    {
        if (!value.isNull() && value.type != ValueType::BinXml)
            m_visitor.value(value);
    }

    void content(const Value &value)
    {
        if (value.isNull())
            return;
        if (value.type != ValueType::BinXml) {
            m_visitor.value(value);
            return;
        }
        const auto begin = static_cast<std::size_t>(value.data - m_templates.chunk().data());
        if (m_depth >= DeepestFragment)
            return;
        ++m_depth;
        FragmentReader reader(m_templates, Nested::Leave);
        reader.start(begin, begin + value.size, m_origin);
        while (reader.next())
            play(reader.program(), reader.values());
        --m_depth;
    }

    TemplateTable &m_templates;
    Origin m_origin;
    Visitor &m_visitor;
    int m_depth = 0;
};

} // namespace evident::evtx
