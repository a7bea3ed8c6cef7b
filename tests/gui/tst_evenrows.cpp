// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/evenrowsview.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

using namespace evident;

namespace {

constexpr int RowHeight = 20;

/// As many rows as wanted; counts what is asked for.
class Numbers final : public QAbstractTableModel {
public:
    explicit Numbers(int rows)
        : m_rows(rows)
    {
    }
    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 5; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        m_lastRow = std::max(m_lastRow, index.row());
        return role == Qt::DisplayRole ? QVariant(index.row() * 10 + index.column()) : QVariant();
    }
    void resize(int rows)
    {
        if (rows > m_rows) {
            beginInsertRows({}, m_rows, rows - 1);
            m_rows = rows;
            endInsertRows();
        } else if (rows < m_rows) {
            beginRemoveRows({}, rows, m_rows - 1);
            m_rows = rows;
            endRemoveRows();
        }
    }
    void reset(int rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    [[nodiscard]] int lastRow() const { return m_lastRow; }

private:
    int m_rows;
    mutable int m_lastRow = -1;
};

void setUp(QTableView &view, Numbers &model)
{
    view.setModel(&model);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    view.setShowGrid(false);
    view.setColumnHidden(1, true);
    view.horizontalHeader()->moveSection(4, 2);
    for (int column = 0; column < 5; ++column)
        view.setColumnWidth(column, 130);
    view.resize(400, 315);
    view.show();
    // Whole rows fit: where they do not, QTableView aligns the last of them with the lower edge.
    view.resize(400, 315 - view.viewport()->height() % RowHeight);
}

} // namespace

/// The same as QTableView with rows of one height, but for what it keeps.
class EvenRowsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void nothingCoversTheHeader();
    void keysMoveAsInAnyTable_data();
    void keysMoveAsInAnyTable();
    void rowsStandWhereTheyStandInAnyTable();
    void scrollsAsAnyTable();
    void mouseSelectsAsInAnyTable();
    void rowsComeAndGo();
    void tenMillionRowsAreNotLookedAt();

private:
    void compare();

    Numbers m_model{1000};
    QTableView m_plain;
    EvenRowsView m_even;
};

void EvenRowsTest::initTestCase()
{
    m_plain.verticalHeader()->hide();
    m_plain.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_plain.verticalHeader()->setMinimumSectionSize(RowHeight);
    m_plain.verticalHeader()->setDefaultSectionSize(RowHeight);
    m_even.setHeightOfRows(RowHeight);
    setUp(m_plain, m_model);
    setUp(m_even, m_model);
    QVERIFY(QTest::qWaitForWindowExposed(&m_plain));
    QVERIFY(QTest::qWaitForWindowExposed(&m_even));
    QCOMPARE(m_even.viewport()->size(), m_plain.viewport()->size());
}

void EvenRowsTest::compare()
{
    QCOMPARE(m_even.currentIndex(), m_plain.currentIndex());
    QCOMPARE(m_even.verticalScrollBar()->value(), m_plain.verticalScrollBar()->value());
    QCOMPARE(m_even.verticalScrollBar()->maximum(), m_plain.verticalScrollBar()->maximum());
    QCOMPARE(m_even.horizontalScrollBar()->value(), m_plain.horizontalScrollBar()->value());
    QCOMPARE(m_even.horizontalScrollBar()->maximum(), m_plain.horizontalScrollBar()->maximum());
    QCOMPARE(m_even.selectionModel()->selectedRows().size(), m_plain.selectionModel()->selectedRows().size());
    QCOMPARE(m_even.visualRect(m_even.currentIndex()), m_plain.visualRect(m_plain.currentIndex()));
}

void EvenRowsTest::nothingCoversTheHeader()
{
    const QHeaderView *const head = m_even.horizontalHeader();
    for (int x = 0; x < m_even.viewport()->width(); x += 10) {
        for (int y = 1; y < head->height() + 3 * RowHeight; y += 5) {
            const QWidget *const seen = m_even.childAt(head->x() + x, head->y() + y);
            QVERIFY2(seen == head->viewport() || seen == m_even.viewport(), qPrintable(QString::number(x)));
        }
    }
}

void EvenRowsTest::keysMoveAsInAnyTable_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    for (const auto modifiers : {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::ShiftModifier)}) {
        for (const int key : {Qt::Key_Down, Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_Right, Qt::Key_Right,
                 Qt::Key_Right, Qt::Key_Up, Qt::Key_PageUp, Qt::Key_Left, Qt::Key_End, Qt::Key_Home})
            QTest::addRow("%x %x", key, modifiers.toInt()) << key << modifiers;
    }
    for (const int key : {Qt::Key_End, Qt::Key_Home, Qt::Key_End}) {
        QTest::addRow("wide %x", key) << key << Qt::KeyboardModifiers(Qt::ControlModifier);
        QTest::addRow("wide, up %x", key) << static_cast<int>(Qt::Key_PageUp) << Qt::KeyboardModifiers();
        QTest::addRow("wide, selecting %x", key)
            << key << Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier);
    }
    QTest::addRow("all") << static_cast<int>(Qt::Key_A) << Qt::KeyboardModifiers(Qt::ControlModifier);
}

void EvenRowsTest::keysMoveAsInAnyTable()
{
    QFETCH(const int, key);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    QTest::keyClick(&m_plain, Qt::Key(key), modifiers);
    QTest::keyClick(&m_even, Qt::Key(key), modifiers);
    compare();
}

void EvenRowsTest::rowsStandWhereTheyStandInAnyTable()
{
    for (const int value : {0, 7, 500, 990}) {
        m_plain.verticalScrollBar()->setValue(value);
        m_even.verticalScrollBar()->setValue(value);
        for (int y = -45; y < 350; y += 7) {
            for (int x = -10; x < 450; x += 31)
                QCOMPARE(m_even.indexAt({x, y}), m_plain.indexAt({x, y}));
        }
        for (const int row : {0, 3, 499, 999}) {
            for (int column = 0; column < 5; ++column) {
                const QModelIndex index = m_model.index(row, column);
                QCOMPARE(m_even.visualRect(index), m_plain.visualRect(index));
            }
        }
    }
}

void EvenRowsTest::scrollsAsAnyTable()
{
    for (const auto hint : {QAbstractItemView::EnsureVisible, QAbstractItemView::PositionAtTop,
             QAbstractItemView::PositionAtBottom, QAbstractItemView::PositionAtCenter}) {
        for (const int row : {400, 410, 2, 999, 998, 0}) {
            m_plain.scrollTo(m_model.index(row, 3), hint);
            m_even.scrollTo(m_model.index(row, 3), hint);
            if (hint == QAbstractItemView::PositionAtCenter)
                continue; // by half a row here or there
            QCOMPARE(m_even.verticalScrollBar()->value(), m_plain.verticalScrollBar()->value());
        }
        QVERIFY(m_even.viewport()->rect().intersects(m_even.visualRect(m_model.index(0, 3))));
    }
}

void EvenRowsTest::mouseSelectsAsInAnyTable()
{
    for (QTableView *view : {&m_plain, static_cast<QTableView *>(&m_even)}) {
        view->scrollToTop();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, {30, 50});
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ShiftModifier, {30, 170});
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ControlModifier, {30, 110});
    }
    QCOMPARE(m_plain.selectionModel()->selectedRows().size(), 6);
    compare();
}

void EvenRowsTest::rowsComeAndGo()
{
    const auto isRight = [this](int rows) {
        return QTest::qWaitFor([&] { return m_even.verticalScrollBar()->maximum() == std::max(rows - 14, 0); });
    };
    m_even.scrollToBottom();
    m_model.resize(40);
    QVERIFY(isRight(40));
    QCOMPARE(m_even.verticalScrollBar()->value(), 26);
    m_model.resize(300);
    QVERIFY(isRight(300));
    QCOMPARE(m_even.verticalScrollBar()->value(), 26); // nothing moves under the reader's eyes
    m_model.reset(3);
    QVERIFY(isRight(3));
    QCOMPARE(m_even.indexAt({5, 3 * RowHeight}), QModelIndex());
    m_model.reset(0);
    QVERIFY(isRight(0));
    QTest::keyClick(&m_even, Qt::Key_Down);
    QVERIFY(!m_even.currentIndex().isValid());
}

void EvenRowsTest::tenMillionRowsAreNotLookedAt()
{
    constexpr int Many = 10'000'000;
    Numbers model(0);
    EvenRowsView view;
    view.setHeightOfRows(RowHeight);
    setUp(view, model);
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    model.resize(Many);
    QTRY_VERIFY(view.verticalScrollBar()->maximum() > Many - 30);
    QTRY_VERIFY(model.lastRow() > 0);
    QVERIFY(model.lastRow() < 30);
    QCOMPARE(view.verticalHeader()->count(), 0);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {30, 10});
    view.scrollToBottom();
    QTest::mouseClick(
        view.viewport(), Qt::LeftButton, Qt::ShiftModifier, view.visualRect(model.index(Many - 1, 0)).center());
    QCOMPARE(view.currentIndex().row(), Many - 1);
    QVERIFY(view.viewport()->rect().contains(view.visualRect(view.currentIndex()).center()));
    for (const QItemSelectionRange &range : view.selectionModel()->selection())
        QCOMPARE(range.height(), Many);
}

QTEST_MAIN(EvenRowsTest)
#include "tst_evenrows.moc"
