using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using ConflictModel.Tests.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ConflictModel.EntityFrameworkCore.Tests;

/// <summary>Whatever value or record the library has can be a property of an entity, and comes back as it was.</summary>
public sealed class MappingTests : IDisposable
{
    // What says how it stands in JSON is what can be kept; computed results don't.
    private static readonly Type[] Kept = [.. typeof(Estimate).Assembly.GetExportedTypes().Where(type => !type.IsGenericType
        && type.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is { } json && json.ConverterType != typeof(NoJsonConverter))];

    private readonly Holders context =
        new(new DbContextOptionsBuilder<Holders>().UseSqlite("Data Source=:memory:").UseConflictModel().Options);

    public void Dispose() => context.Dispose();

    [Fact]
    public void Every_type_that_has_json_is_a_column_or_a_complex_value_and_none_is_an_entity()
    {
        Kept.Should().HaveCountGreaterThan(60);
        foreach (Type type in Kept)
        {
            IEntityType holder = context.Model.FindEntityType(typeof(Holder<>).MakeGenericType(type))!;
            holder.FindProperty("List").Should().NotBeNull($"a list of {type.Name} is one column");
            (holder.FindProperty("Value") is not null || holder.FindComplexProperty("Value") is not null).Should().BeTrue(type.Name);
            holder.GetNavigations().Should().BeEmpty(type.Name);
        }

        context.Model.GetEntityTypes().Should().HaveCount(Kept.Length);
    }

    [Fact]
    public void Every_value_of_a_data_set_comes_back_from_its_column_as_it_was()
    {
        var seen = new HashSet<Type>();
        foreach (object value in Values(Everything.Dataset()))
        {
            if (context.Model.FindEntityType(typeof(Holder<>).MakeGenericType(ElementOf(value.GetType()))) is not { } holder
                || holder.FindProperty(IsList(value.GetType()) ? "List" : "Value") is not { } property)
            {
                continue;
            }

            seen.Add(value.GetType());
            ValueConverter converter = property.GetTypeMapping().Converter!;
            object? stored = converter.ConvertToProvider(value);
            stored.Should().BeOfType<string>();
            object? back = converter.ConvertFromProvider(stored);
            back.Should().Be(value);
            property.GetValueComparer().Equals(value, back).Should().BeTrue();
            if (property.GetMaxLength() is { } most)
            {
                ((string)stored!).Length.Should().BeLessThanOrEqualTo(most);
            }
        }

        seen.Should().HaveCountGreaterThan(60);
    }

    [Fact]
    public void A_name_of_any_enumeration_fits_its_column() =>
        Kept.Where(type => type.IsEnum).SelectMany(Enum.GetNames).Max(name => name.Length).Should().BeLessThan(64);

    [Fact]
    public void The_longest_id_fits_its_column_and_is_the_longest_that_there_is()
    {
        context.Model.FindEntityType(typeof(Holder<ActorId>))!.FindProperty("Value")!.GetMaxLength().Should().Be(200);
        ActorId.TryParse(new string('a', 200), null, out _).Should().BeTrue();
        ActorId.TryParse(new string('a', 201), null, out _).Should().BeFalse();
    }

    [Fact]
    public void A_text_that_is_no_member_of_an_enumeration_is_refused() =>
        FluentActions.Invoking(() => context.Model.FindEntityType(typeof(Holder<Harm>))!.FindProperty("Value")!.GetTypeMapping()
            .Converter!.ConvertFromProvider("slain")).Should().Throw<FormatException>().WithMessage("'slain' is no Harm.");

    // Each value of a data set, however deep it stands.
    private static IEnumerable<object> Values(object record)
    {
        yield return record;
        if (record is IEnumerable list and not string)
        {
            foreach (object inner in list.Cast<object>().SelectMany(Values))
            {
                yield return inner;
            }
        }
        else if (record.GetType().GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null)
        {
            foreach (PropertyInfo member in record.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(member => member.GetIndexParameters().Length == 0))
            {
                foreach (object inner in member.GetValue(record) is { } value ? Values(value) : [])
                {
                    yield return inner;
                }
            }
        }
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>);

    private static Type ElementOf(Type type) => IsList(type) ? type.GenericTypeArguments[0] : type;

    internal sealed class Holder<T>
        where T : notnull
    {
        public int Id { get; set; }

        public T Value { get; set; } = default!;

        public ValueList<T> List { get; set; }
    }

    internal sealed class Holders(DbContextOptions<Holders> options) : DbContext(options)
    {
        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.UseConflictModel();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            foreach (Type type in Kept)
            {
                modelBuilder.Entity(typeof(Holder<>).MakeGenericType(type));
            }
        }
    }
}
