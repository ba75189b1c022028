using CsCheck;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

/// <summary>
/// Random lives of an award of a partnership: raised, divided anew, withdrawn, revoked and settled, where a settlement may reckon with the award as it was
/// before the last decision. In whatever order it is heard and how often, the aid that stands is what the latest standing decision says.
/// </summary>
public sealed class SteunvolgordeTests
{
    [Fact]
    public void In_alle_volgordes_staat_wat_het_laatste_besluit_zegt() =>
        Steunleven
            .Stap.Array[1, 3]
            .Sample(
                stappen =>
                {
                    var leven = Steunleven.Van(stappen);
                    var verwacht = leven.Partijen.ToDictionary(p => p, p => Beeld(Na(leven.Berichten, p)), StringComparer.Ordinal);
                    foreach (var volgorde in Volgordes(leven.Berichten))
                    {
                        Assert.Equal(verwacht[Kvk], Beeld(Na(volgorde)));
                        leven.Klopt(Zaak(volgorde));
                    }
                    leven.Klopt(Zaak(leven.Berichten));
                },
                iter: 100
            );

    [Fact]
    public void Ook_lange_levens_en_met_dubbelen_staat_wat_het_laatste_besluit_zegt() =>
        Gen.Select(Steunleven.Stap.Array[4, 12], Gen.Int[0, int.MaxValue])
            .Sample(
                (stappen, zaad) =>
                {
                    var leven = Steunleven.Van(stappen);
                    object[] gehoord = [.. leven.Berichten, .. leven.Berichten];
                    new Random(zaad).Shuffle(gehoord);
                    leven.Klopt(Zaak(gehoord));
                    foreach (var partij in leven.Partijen)
                    {
                        Assert.Equal(Beeld(Na(leven.Berichten, partij)), Beeld(Na(gehoord, partij)));
                    }
                },
                iter: 300
            );

    private static Steunzaak Zaak(IReadOnlyList<object> berichten) =>
        berichten.Aggregate((Steunzaak?)null, (zaak, bericht) => Gehoord(zaak, bericht))!;
}
