// SPDX-License-Identifier: Apache-2.0
#include "engine/machine_code.h"

#include <array>
#include <cassert>
#include <cstddef>

#include <asmjit/x86.h>

#include "engine/machine_registers.h"

namespace commonweal::engine {

namespace {

namespace x86 = asmjit::x86;
using program::Operation;
using Values = std::vector<std::uint32_t>;

/// Comparisons as vcmppd numbers them: quiet, and false of what is no number, but for "not equal".
enum class Predicate : std::uint8_t {
  equal = 0x00,
  no_numbers = 0x03,
  not_equal = 0x04,
  less = 0x11,
  less_equal = 0x12,
  greater_equal = 0x1d,
  greater = 0x1e,
};

/// In the order of program::Operation.
constexpr std::array comparisons{Predicate::less,          Predicate::less_equal, Predicate::greater,
                                 Predicate::greater_equal, Predicate::equal,      Predicate::not_equal};

/// [number of a fused operation]
constexpr std::array<x86::Inst::Id, kernel::fusible> simple{x86::Inst::kIdVaddpd, x86::Inst::kIdVsubpd,
                                                            x86::Inst::kIdVmulpd, x86::Inst::kIdVdivpd,
                                                            x86::Inst::kIdVminpd, x86::Inst::kIdVmaxpd};

/// Vectors of one number each that the code reads; they stand behind it.
struct Constants {
  asmjit::Label zero, one, sign, all_but_sign;

  explicit Constants(x86::Assembler& to)
      : zero(to.newLabel()), one(to.newLabel()), sign(to.newLabel()), all_but_sign(to.newLabel()) {}

  void write(x86::Assembler& to) const {
    write(to, zero, 0);
    write(to, one, 0x3ff0000000000000U);
    write(to, sign, 0x8000000000000000U);
    write(to, all_but_sign, 0x7fffffffffffffffU);
  }

 private:
  static void write(x86::Assembler& to, const asmjit::Label& label, std::uint64_t bits) {
    to.align(asmjit::AlignMode::kData, MachineRegisters::vector_bytes);
    to.bind(label);
    for (std::uint32_t i = 0; i < MachineRegisters::vector_bytes; i += sizeof bits) to.embedUInt64(bits);
  }
};

/// Writes the kernel of one segment: a loop over the vectors of a block.
class SegmentCode {
 public:
  SegmentCode(x86::Assembler& to, const Segment& segment, const Constants& constants)
      : to_(to), segment_(segment), constants_(constants), registers_(to, segment) {}

  /// Gives the kernel's entry. What is done on entry stands last: how much stack it needs is known only then.
  asmjit::Label write(std::uint32_t width) {
    for (const Segment::Step& step : segment_.steps) checks_ = checks_ || step.kernel >= kernel::check_finite;
    const asmjit::Label next_vector = to_.newLabel(), entry = to_.newLabel();
    to_.align(asmjit::AlignMode::kCode, 32);
    to_.bind(next_vector);
    if (checks_) to_.vmovupd(faults, x86::ptr(faulty));
    for (std::uint32_t i = 0; i < segment_.steps.size(); ++i) {
      registers_.begin(i);
      write(segment_.steps[i]);
    }
    if (checks_) {
      to_.vmovupd(x86::ptr(faulty), faults);
      to_.add(faulty, MachineRegisters::vector_bytes);
    }
    to_.add(MachineRegisters::lanes, MachineRegisters::vector_bytes);
    to_.dec(vectors);
    to_.jnz(next_vector);
    write_exit();
    to_.bind(entry);
    write_entry(width);
    to_.jmp(next_vector);
    return entry;
  }

 private:
  static constexpr x86::Gp context{x86::rsi}, vectors{x86::ecx},
      faulty{x86::r8};  // context: a kernel's second argument
  static constexpr x86::Ymm faults{x86::ymm15};
  static_assert(MachineRegisters::usable == 15);

  void write_entry(std::uint32_t width) {
    to_.push(x86::rbp);
    to_.mov(x86::rbp, x86::rsp);
    to_.and_(x86::rsp, -static_cast<std::int32_t>(MachineRegisters::vector_bytes));
    to_.sub(x86::rsp, static_cast<std::int32_t>(registers_.spill_slots() * MachineRegisters::vector_bytes));
    to_.mov(MachineRegisters::shared, x86::ptr(context, offsetof(KernelContext, registers)));
    to_.mov(MachineRegisters::lanes, MachineRegisters::shared);
    to_.mov(vectors, x86::ptr(context, offsetof(KernelContext, vectors)));
    if (width == 8) to_.add(vectors, vectors);
    if (checks_) to_.mov(faulty, x86::ptr(context, offsetof(KernelContext, faulty)));
  }

  void write_exit() {
    to_.vzeroupper();
    to_.mov(x86::rsp, x86::rbp);
    to_.pop(x86::rbp);
    to_.emit(x86::Inst::kIdRet);
  }

  void write(const Segment::Step& step) {
    if (step.kernel >= kernel::check_finite) return check(step);
    registers_.end(made_by(step));
  }

  x86::Ymm made_by(const Segment::Step& step) {
    const Values& x = step.operands;
    if (step.kernel >= kernel::choices) return choose(x, comparisons[step.kernel - kernel::choices]);
    if (step.kernel >= kernel::pairs) return pair(step.kernel - kernel::pairs, x);
    const auto operation = static_cast<Operation>(step.kernel);
    switch (operation) {
      case Operation::copy: return alone(x86::Inst::kIdVmovupd, x);
      case Operation::add: return simply(kernel::add, x);
      case Operation::subtract: return simply(kernel::subtract, x);
      case Operation::multiply: return simply(kernel::multiply, x);
      case Operation::divide: return simply(kernel::divide, x);
      case Operation::minimum: return simply(kernel::minimum, x);
      case Operation::maximum: return simply(kernel::maximum, x);
      case Operation::sum: return reduce(kernel::add, x);
      case Operation::product: return reduce(kernel::multiply, x);
      case Operation::smallest: return reduce(kernel::minimum, x);
      case Operation::largest: return reduce(kernel::maximum, x);
      case Operation::negate: return with(x86::Inst::kIdVxorpd, constants_.sign, x);
      case Operation::absolute: return with(x86::Inst::kIdVandpd, constants_.all_but_sign, x);
      case Operation::choose: return choose(x);
      case Operation::logical_not: return is_zero(x);
      case Operation::logical_and: return logic(x86::Inst::kIdVandpd, x);
      case Operation::logical_or: return logic(x86::Inst::kIdVorpd, x);
      case Operation::zero_if_divided_by_zero:
      case Operation::value_if_divided_by_zero: return divide_unless_by_zero(x);
      default: break;
    }
    assert(operation >= Operation::less && operation <= Operation::not_equal);
    return truth(x, comparisons[static_cast<std::size_t>(operation) - static_cast<std::size_t>(Operation::less)]);
  }

  void emit(x86::Inst::Id instruction, const x86::Ymm& to, const asmjit::Operand& a, const asmjit::Operand& b) {
    to_.emit(instruction, to, a, b);
  }
  void compare(const x86::Ymm& to, const x86::Ymm& a, const asmjit::Operand& b, Predicate predicate) {
    to_.emit(x86::Inst::kIdVcmppd, to, a, b, asmjit::Imm(static_cast<std::uint8_t>(predicate)));
  }
  /// `yes` where the mask is set, `no` elsewhere.
  void blend(const x86::Ymm& to, const x86::Ymm& no, const asmjit::Operand& yes, const x86::Ymm& mask) {
    to_.emit(x86::Inst::kIdVblendvpd, to, no, yes, mask);
  }
  static x86::Mem vector_at(const asmjit::Label& label) { return x86::ptr(label, 0, MachineRegisters::vector_bytes); }

  /// A kernel's minimum is b < a ? b : a, and vminpd's is the first if it is less, else the second: what is no number
  /// and the sign of a zero come out alike only if b stands first.
  static bool is_turned(std::uint32_t number) { return number == kernel::minimum || number == kernel::maximum; }

  x86::Ymm simply(std::uint32_t number, const Values& x) {
    const bool commutes = number == kernel::add || number == kernel::multiply;  // then memory may be on either side
    const bool turns = is_turned(number) || (commutes && !registers_.is_loaded(x[0]) && registers_.is_loaded(x[1]));
    const x86::Ymm a = registers_.load(x[turns ? 1 : 0]);
    const asmjit::Operand b = registers_.find(x[turns ? 0 : 1]);
    const x86::Ymm result = registers_.take_or_reuse();
    emit(simple[number], result, a, b);
    return result;
  }

  x86::Ymm alone(x86::Inst::Id instruction, const Values& x) {
    const asmjit::Operand a = registers_.find(x[0]);
    const x86::Ymm result = registers_.take();
    to_.emit(instruction, result, a);
    return result;
  }

  x86::Ymm with(x86::Inst::Id instruction, const asmjit::Label& constant, const Values& x) {
    const x86::Ymm a = registers_.load(x[0]);
    const x86::Ymm result = registers_.take_or_reuse();
    emit(instruction, result, a, vector_at(constant));
    return result;
  }

  x86::Ymm truth(const Values& x, Predicate predicate) {
    const x86::Ymm a = registers_.load(x[0]);
    const asmjit::Operand b = registers_.find(x[1]);
    const x86::Ymm result = registers_.take_or_reuse();
    compare(result, a, b, predicate);
    emit(x86::Inst::kIdVandpd, result, result, vector_at(constants_.one));
    return result;
  }

  x86::Ymm is_zero(const Values& x) {
    const x86::Ymm a = registers_.load(x[0]);
    const x86::Ymm result = registers_.take_or_reuse();
    compare(result, a, vector_at(constants_.zero), Predicate::equal);
    emit(x86::Inst::kIdVandpd, result, result, vector_at(constants_.one));
    return result;
  }

  x86::Ymm logic(x86::Inst::Id joins, const Values& x) {
    const x86::Ymm a = registers_.load(x[0]), b = registers_.load(x[1]);
    const x86::Ymm result = registers_.take(), other = registers_.take();
    compare(result, a, vector_at(constants_.zero), Predicate::not_equal);
    compare(other, b, vector_at(constants_.zero), Predicate::not_equal);
    emit(joins, result, result, other);
    emit(x86::Inst::kIdVandpd, result, result, vector_at(constants_.one));
    return result;
  }

  /// Condition, yes, no.
  x86::Ymm choose(const Values& x) {
    const x86::Ymm condition = registers_.load(x[0]), no = registers_.load(x[2]);
    const asmjit::Operand yes = registers_.find(x[1]);
    const x86::Ymm result = registers_.take();
    compare(result, condition, vector_at(constants_.zero), Predicate::not_equal);
    blend(result, no, yes, result);
    return result;
  }

  /// Both sides of a comparison, yes, no.
  x86::Ymm choose(const Values& x, Predicate predicate) {
    const x86::Ymm a = registers_.load(x[0]), no = registers_.load(x[3]);
    const asmjit::Operand b = registers_.find(x[1]), yes = registers_.find(x[2]);
    const x86::Ymm result = registers_.take();
    compare(result, a, b, predicate);
    blend(result, no, yes, result);
    return result;
  }

  x86::Ymm divide_unless_by_zero(const Values& x) {
    const x86::Ymm a = registers_.load(x[0]), b = registers_.load(x[1]);
    const x86::Ymm result = registers_.take(), mask = registers_.take();
    emit(x86::Inst::kIdVdivpd, result, a, b);
    compare(mask, b, vector_at(constants_.zero), Predicate::equal);
    if (x.size() == 2) {
      emit(x86::Inst::kIdVandnpd, result, mask, result);
    } else {
      blend(result, result, registers_.find(x[2]), mask);
    }
    return result;
  }

  x86::Ymm reduce(std::uint32_t number, const Values& x) {
    const x86::Ymm total = registers_.take();
    to_.emit(x86::Inst::kIdVmovupd, total, registers_.look(x[0]));
    for (std::size_t i = 1; i < x.size(); ++i) {
      if (!is_turned(number)) {
        emit(simple[number], total, total, registers_.look(x[i]));
        continue;
      }
      const x86::Ymm next = registers_.take();
      to_.emit(x86::Inst::kIdVmovupd, next, registers_.look(x[i]));
      emit(simple[number], total, next, total);
      registers_.give_back(next);
    }
    return total;
  }

  /// outer(inner(a, b), c), or outer(c, inner(a, b)): kernel::pair, of + - * / only.
  x86::Ymm pair(std::uint32_t n, const Values& x) {
    const std::uint32_t inner = n / 2 / kernel::fusible, outer = n / 2 % kernel::fusible;
    assert(!is_turned(inner) && !is_turned(outer));
    const x86::Ymm a = registers_.load(x[0]), c = registers_.load(x[2]);
    const asmjit::Operand b = registers_.find(x[1]);
    const x86::Ymm result = registers_.take();
    emit(simple[inner], result, a, b);
    if (n % 2 == 1) {
      emit(simple[outer], result, c, result);
    } else {
      emit(simple[outer], result, result, c);
    }
    return result;
  }

  /// What went wrong is no number, in a lane of its own: bits that are set once stay.
  void check(const Segment::Step& step) {
    for (const std::uint32_t value : step.operands) {
      const x86::Ymm x = registers_.load(value), trouble = registers_.take();
      if (step.kernel == kernel::check_finite) emit(x86::Inst::kIdVsubpd, trouble, x, x);
      if (step.kernel == kernel::check_number) compare(trouble, x, x, Predicate::no_numbers);
      if (step.kernel == kernel::check_divisor) compare(trouble, x, vector_at(constants_.zero), Predicate::equal);
      emit(x86::Inst::kIdVorpd, faults, faults, trouble);
      registers_.give_back(trouble);
    }
    registers_.end();
  }

  x86::Assembler& to_;
  const Segment& segment_;
  const Constants& constants_;
  MachineRegisters registers_;
  bool checks_ = false;
};

/// Whether the assembler was asked for something that there is not.
class Faults : public asmjit::ErrorHandler {
 public:
  void handleError(asmjit::Error, const char*, asmjit::BaseEmitter*) override { any_ = true; }
  bool any() const { return any_; }

 private:
  bool any_ = false;
};

/// Memory whose code can be run, but not written where it is run.
struct Code {
  static asmjit::JitAllocator::CreateParams parameters() {
    asmjit::JitAllocator::CreateParams parameters;
    parameters.options = asmjit::JitAllocatorOptions::kUseDualMapping;
    return parameters;
  }

  asmjit::JitAllocator::CreateParams parameters_ = parameters();
  asmjit::JitRuntime runtime{&parameters_};
  std::byte* begin = nullptr;
};

}  // namespace

Translation translate(std::span<const Segment> segments, std::uint32_t width) {
  const auto code = std::make_shared<Code>();
  asmjit::CodeHolder holder;
  if (holder.init(code->runtime.environment()) != asmjit::kErrorOk) return {};
  Faults faults;
  holder.setErrorHandler(&faults);
  x86::Assembler to(&holder);
  const Constants constants(to);
  std::vector<asmjit::Label> entries;
  for (const Segment& segment : segments) entries.push_back(SegmentCode(to, segment, constants).write(width));
  constants.write(to);
  if (faults.any() || code->runtime.add(&code->begin, &holder) != asmjit::kErrorOk) return {};
  Translation made;
  for (const asmjit::Label& entry : entries) {
    made.kernels.push_back(reinterpret_cast<Kernel>(code->begin + holder.labelOffsetFromBase(entry)));
  }
  made.code = code;
  return made;
}

}  // namespace commonweal::engine
