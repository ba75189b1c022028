using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

public class InstrumentTests
{
    [Fact]
    public void De_kernvragen_zijn_er_twee_voor_elk_van_zes_dimensies_in_twee_talen()
    {
        Assert.Equal(["D1", "D2", "D3", "D4", "D5", "D6"], Kernvragen.Dimensies.Select(d => d.Code));
        Assert.All(Kernvragen.Dimensies, d => Assert.Equal(2, d.Vragen.Count));
        Assert.All(Kernvragen.Dimensies.SelectMany(d => d.Vragen), v => Assert.True(v.Nl.Length > 0 && v.En.Length > 0));
        Assert.Equal(Kernvragen.Hoogste - Kernvragen.Laagste + 1, Kernvragen.Antwoorden.Count);
    }

    [Fact]
    public void Antwoorden_passen_op_de_vragenlijst()
    {
        Assert.Empty(Controleer(Blad(1)));
        Assert.Empty(Controleer(Blad(5, ("D3", null))));
        Assert.Equal(["antwoorden.D2"], Controleer(Blad(3, ("D2", 6))));
        Assert.Equal(["antwoorden.D2"], Controleer(Blad(3, ("D2", 0))));

        var krom = Blad(3).Antwoorden.ToDictionary();
        krom.Remove("D6");
        krom["D9"] = [1, 1];
        krom["D1"] = [1];
        Assert.Equal(["antwoorden.D9", "antwoorden.D1", "antwoorden.D6"], Controleer(new Antwoordblad(krom)));
    }

    private static IEnumerable<string> Controleer(Antwoordblad blad) =>
        Antwoorden.Controleer(Kernvragen, new Antwoorden.Verzoek("code", blad.Antwoorden)).Select(f => f.Veld);
}
