using System.Reflection;

namespace SlimRegeling.Regels.Tests;

/// <summary>The file is compared with the keys at load; these tests hold that the keys are listed and really used.</summary>
public class OngelezenParameterTests
{
    private const byte LoadStaticField = 0x7E;

    [Fact]
    public void Elke_sleutel_staat_in_de_lijst_die_met_het_bestand_wordt_vergeleken()
    {
        var velden = typeof(Parameters).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => ((Sleutel)f.GetValue(null)!).Code);

        Assert.Equal(velden, Parameters.Alle.Select(s => s.Code));
        Assert.Equal(Parameters.Alle.Count, Parameters.Alle.DistinctBy(s => s.Code).Count());
    }

    [Fact]
    public void Elke_sleutel_wordt_door_code_gelezen()
    {
        // Regelcontrole reads keys only to check the file.
        var gelezen = typeof(Parameters)
            .Assembly.GetTypes()
            .Where(t => t != typeof(Parameters) && !t.FullName!.StartsWith("SlimRegeling.Regels.Regelcontrole", StringComparison.Ordinal))
            .SelectMany(t =>
                t.GetMethods(
                    BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly
                )
            )
            .SelectMany(GelezenSleutels)
            .ToHashSet();

        Assert.All(typeof(Parameters).GetFields(BindingFlags.Public | BindingFlags.Static), veld => Assert.Contains(veld.Name, gelezen));
    }

    [Theory]
    [InlineData(typeof(Grondcode))]
    [InlineData(typeof(Eiscode))]
    [InlineData(typeof(Documentcode))]
    [InlineData(typeof(Postcode))]
    [InlineData(typeof(Termijncode))]
    [InlineData(typeof(Intrekkingsgrondcode))]
    [InlineData(typeof(Stapcode))]
    public void Elke_code_staat_in_de_lijst_die_met_het_bestand_wordt_vergeleken(Type codes)
    {
        var constanten = codes.GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);
        var alle = (IReadOnlyList<string>)codes.GetProperty("Alle")!.GetValue(null)!;

        Assert.Equal(constanten.Order(), alle.Order());
    }

    /// <summary>Names of the keys whose static field the method loads, read from its instructions.</summary>
    private static IEnumerable<string> GelezenSleutels(MethodInfo methode)
    {
        if (methode.GetMethodBody()?.GetILAsByteArray() is not { } il)
            yield break;
        var sleutels = typeof(Parameters).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(f => f.MetadataToken);
        for (var i = 0; i + 4 < il.Length; i++)
            if (il[i] == LoadStaticField && sleutels.TryGetValue(BitConverter.ToInt32(il, i + 1), out var veld))
                yield return veld.Name;
    }
}
