using System.Reflection;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Host;
using Vorm = SlimRegeling.Platform.Stromen.Json;

namespace SlimRegeling.Architectuur.Tests;

/// <summary>
/// Contracts grow, never change: each event and message has its golden JSON, which must still be read and written the same. A new type gets its
/// file by running these tests once with <c>SLIM_GOUD=schrijf</c>; a changed file is a broken promise.
/// </summary>
public sealed class ContractenTests
{
    public static TheoryData<string, string> Contracten()
    {
        var data = new TheoryData<string, string>();
        foreach (var context in Contexten.Alle())
        {
            foreach (var naam in context.Gebeurtenisnamen.Keys.Order())
            {
                data.Add($"{context.Naam}/gebeurtenissen/{naam}", context.Gebeurtenisnamen[naam].AssemblyQualifiedName!);
            }
            foreach (var (type, naam) in context.Berichtnamen.OrderBy(b => b.Value))
            {
                data.Add($"{context.Naam}/berichten/{naam}", type.AssemblyQualifiedName!);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Contracten))]
    public async Task A_contract_is_written_and_read_as_its_golden_json(string naam, string soort)
    {
        var type = Type.GetType(soort, throwOnError: true)!;
        var opties = new JsonSerializerOptions(Vorm.Opties) { WriteIndented = true };
        var geschreven = JsonSerializer.Serialize(Proefstuk.Van(type), type, opties).ReplaceLineEndings("\n") + "\n";
        var pad = Bron.Pad("tests", "SlimRegeling.Architectuur.Tests", "Goud", $"{naam}.json");
        if (Environment.GetEnvironmentVariable("SLIM_GOUD") == "schrijf")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(pad)!);
            await File.WriteAllTextAsync(pad, geschreven, TestContext.Current.CancellationToken);
        }
        Assert.True(File.Exists(pad), $"{naam} has no golden JSON.");
        var goud = await File.ReadAllTextAsync(pad, TestContext.Current.CancellationToken);
        Assert.Equal(goud, geschreven);
        Assert.Equal(
            geschreven,
            JsonSerializer.Serialize(JsonSerializer.Deserialize(goud, type, Vorm.Opties), type, opties).ReplaceLineEndings("\n") + "\n"
        );
    }

    [Fact]
    public void No_golden_json_is_left_of_a_contract_that_is_gone()
    {
        var bekend = Contracten().Select(rij => $"{((ITheoryDataRow)rij).GetData()[0]}.json").ToHashSet();
        var map = Bron.Pad("tests", "SlimRegeling.Architectuur.Tests", "Goud");
        Assert.Empty(
            Directory.EnumerateFiles(map, "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(map, f)).Except(bekend)
        );
    }

    [Fact]
    public void Messages_hold_plain_values_only()
    {
        Type[] gewoon =
        [
            typeof(string),
            typeof(decimal),
            typeof(int),
            typeof(long),
            typeof(bool),
            typeof(Guid),
            typeof(Instant),
            typeof(LocalDate),
            typeof(IReadOnlyList<string>),
            typeof(IReadOnlyList<Vorderingstermijn>),
            typeof(IReadOnlyDictionary<string, decimal>),
            typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>),
            typeof(IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>),
        ];
        // The award that a decision restates and an instalment are told as one, and hold the same.
        Type[] delen = [typeof(Verleningsstand), typeof(Vorderingstermijn)];
        var overtredingen =
            from type in Contexten.Alle().SelectMany(c => c.GezegdeBerichten).Concat(delen)
            from eigenschap in type.GetProperties()
            let soort = Nullable.GetUnderlyingType(eigenschap.PropertyType) ?? eigenschap.PropertyType
            where !gewoon.Contains(soort) && !delen.Contains(soort)
            select $"{type.Name}.{eigenschap.Name}: {soort.Name}";
        Assert.Empty(overtredingen);
    }

    [Fact]
    public void Every_message_that_is_said_is_heard()
    {
        var gehoord = Contexten.Alle().SelectMany(c => c.GehoordeBerichten).ToHashSet();
        Assert.Empty(Contexten.Alle().SelectMany(c => c.GezegdeBerichten).Where(t => !gehoord.Contains(t)).Select(t => t.Name));
    }

    [Fact]
    public void Every_message_type_of_the_house_is_said_by_a_context()
    {
        var gezegd = Contexten.Alle().SelectMany(c => c.GezegdeBerichten).ToHashSet();
        var berichten = gezegd.First().Assembly.GetTypes().Where(t => t.Name.EndsWith("Bericht", StringComparison.Ordinal));
        Assert.Empty(berichten.Where(t => !gezegd.Contains(t)).Select(t => t.Name));
    }
}
