using System.ComponentModel;
using System.ComponentModel.Design.Serialization;
using System.Reflection;
using System.Text.Json;

namespace ConflictModel.Tests.Values;

public class IdTests
{
    public static TheoryData<Type> Ids => new(typeof(ActorId).Assembly.GetExportedTypes().Where(type =>
        type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>))));

    [Theory]
    [InlineData("isis")]
    [InlineData("ucdp:234")]
    [InlineData("داعش")]
    public void An_id_is_its_text(string text)
    {
        var id = ActorId.From(text);
        id.Value.Should().Be(text);
        id.ToString().Should().Be(text);
        id.Should().Be(ActorId.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\u0000b")]
    [InlineData("tab\t")]
    public void White_space_and_control_characters_are_refused(string text)
    {
        ActorId.TryParse(text, null, out ActorId id).Should().BeFalse();
        id.Should().Be(default(ActorId));
        Action make = () => ActorId.From(text);
        make.Should().Throw<FormatException>().WithMessage("*is not a valid ActorId*");
    }

    [Fact]
    public void Two_hundred_characters_are_the_most()
    {
        ActorId.TryParse(new string('a', 200), null, out _).Should().BeTrue();
        ActorId.TryParse(new string('a', 201), null, out _).Should().BeFalse();
    }

    [Fact]
    public void An_id_is_made_from_a_text_and_from_nothing_else_where_types_are_converted()
    {
        TypeConverter converter = TypeDescriptor.GetConverter(typeof(ActorId));
        (converter.CanConvertFrom(typeof(string)), converter.CanConvertFrom(typeof(int))).Should().Be((true, false));
        converter.ConvertFrom("isis").Should().Be(ActorId.From("isis"));
        converter.CanConvertFrom(typeof(InstanceDescriptor)).Should().BeTrue("as any converter does");
        converter.ConvertTo(ActorId.From("isis"), typeof(string)).Should().Be("isis");
        FluentActions.Invoking(() => converter.ConvertTo(ActorId.From("isis"), typeof(int))).Should().Throw<NotSupportedException>();
    }

    [Fact]
    public void The_default_id_names_no_member() =>
        FluentActions.Invoking(() => JsonSerializer.Serialize(new Dictionary<ActorId, int> { [default] = 1 }))
            .Should().Throw<ArgumentException>().WithMessage("The default value is no id.*");

    [Fact]
    public void Ids_differ_by_case() => ActorId.From("ISIS").Should().NotBe(ActorId.From("isis"));

    [Fact]
    public void The_default_id_is_no_id() => default(ActorId).Value.Should().Be("");

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_binds_from_a_route_or_a_query(Type id)
    {
        // The two shapes that ASP.NET looks for: public, static, on the type itself. A member implemented explicitly is not found.
        MethodInfo? tryParse = id.GetMethod(
            "TryParse", BindingFlags.Public | BindingFlags.Static, [typeof(string), typeof(IFormatProvider), id.MakeByRefType()]);
        object?[] arguments = ["ucdp:234", null, null];
        tryParse!.Invoke(null, arguments).Should().Be(true);
        arguments[2]!.ToString().Should().Be("ucdp:234");

        MethodInfo? parse = id.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, [typeof(string), typeof(IFormatProvider)]);
        parse!.Invoke(null, ["ucdp:234", null]).Should().Be(arguments[2]);
        id.GetMethod("From", BindingFlags.Public | BindingFlags.Static, [typeof(string)])!.Invoke(null, ["ucdp:234"])
            .Should().Be(arguments[2]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_is_equal_ordered_and_parsed_by_its_text_alone(Type id) =>
        typeof(IdTests).GetMethod(nameof(CheckId), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(id).Invoke(null, null);

    private static void CheckId<TId>()
        where TId : struct, IId<TId>
    {
        TId a = TId.From("a");
        a.Should().Be(TId.Parse("xa".AsSpan(1), null)).And.NotBe(TId.From("A")).And.NotBe(default(TId));
        a.GetHashCode().Should().Be(TId.From(new string('a', 1)).GetHashCode());
        TId.TryParse("a".AsSpan(), null, out TId parsed).Should().BeTrue();
        parsed.Should().Be(a);
        TId.TryParse("a b".AsSpan(), null, out parsed).Should().BeFalse();
        parsed.Should().Be(default(TId));
        TId.TryParse(null, null, out parsed).Should().BeFalse();
        TId.TryParse("", null, out parsed).Should().BeFalse();
        a.CompareTo(TId.From("B")).Should().BePositive("capitals come first in ordinal order");
        a.CompareTo(default).Should().BePositive();
        a.CompareTo(TId.From("a")).Should().Be(0);
        $"{a}|{default(TId)}".Should().Be("a|");
        ((Action)(() => TId.From(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => TId.Parse("a b".AsSpan(), null)))
            .Should().Throw<FormatException>().WithMessage($"'a b' is not a valid {typeof(TId).Name}*");
    }
}
