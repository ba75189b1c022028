using System.Text;
using SlimRegeling.Leercultuurscans.Campagnes;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Leercultuurscans.Instrumenten;

namespace SlimRegeling.Leercultuurscans.Tests;

public class CampagneTests
{
    private const string Oud = "kernvragen-901";
    private const string Nieuw = "kernvragen-902";

    /// <summary>Its scans do not say which version went along: they are of that version.</summary>
    [Fact]
    public void Een_campagne_van_kernvragen_toont_die_ook_als_er_een_nieuwe_versie_is() =>
        Assert.Equal(Oud, MetVersies(boek => Campagnevoeren.Kern(Oud, [null, null], boek)));

    [Theory]
    [InlineData(new[] { Oud, Nieuw, Oud }, Oud)]
    [InlineData(new[] { Nieuw, Oud, Nieuw }, Nieuw)]
    // Of as many the latest, whichever came first.
    [InlineData(new[] { Oud, Nieuw }, Nieuw)]
    [InlineData(new[] { Nieuw, Oud }, Nieuw)]
    [InlineData(new string[0], Nieuw)]
    public void Van_een_ander_instrument_toont_zij_de_versie_van_de_meeste_scans(string[] gingMee, string kern) =>
        Assert.Equal(kern, MetVersies(boek => Campagnevoeren.Kern("bouwstenen-1", gingMee, boek)));

    private static string MetVersies(Func<Instrumentboek, string> kies)
    {
        var map = Directory.CreateTempSubdirectory("instrumenten-").FullName;
        try
        {
            var eerste = Encoding.UTF8.GetString(Bestanden.Lees("Instrumenten/kernvragen-1.json"));
            foreach (var versie in (string[])["901", "902"])
            {
                File.WriteAllText(
                    Path.Combine(map, $"{versie}.json"),
                    eerste
                        .Replace("\"kernvragen-1\"", $"\"kernvragen-{versie}\"", StringComparison.Ordinal)
                        .Replace("\"versie\": 1,", $"\"versie\": {versie},", StringComparison.Ordinal)
                );
            }
            return kies(Instrumentboek.Met(map));
        }
        finally
        {
            Directory.Delete(map, recursive: true);
        }
    }
}
