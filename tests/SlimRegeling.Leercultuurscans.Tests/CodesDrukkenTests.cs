using SlimRegeling.Leercultuurscans.Scans;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>Slips with codes: a code stands in the address of no page, only behind the # of a link.</summary>
public class CodesDrukkenTests
{
    private const string Scan = "scan-3f8k2m9x4q7a";
    private const string Adres = $"https://slim.example.nl/scan/{Scan}";

    [Fact]
    public void Elk_strookje_heeft_een_link_met_zijn_eigen_code_achter_het_hekje_en_dezelfde_code_als_tekst()
    {
        var blad = CodesDrukken.Blad(Scan, ["0123456789abcdefghjkmnpqrs", "ZYXW"], Adres, new(2026, 3, 20));

        var stroken = blad.Blokken.Single(b => b.Stroken is not null).Stroken!;
        Assert.Equal([$"{Adres}#0123-4567-89ab-cdef-ghjk-mnpq-rs", $"{Adres}#zyxw"], stroken.Select(s => s.Link));
        Assert.All(
            stroken,
            s =>
            {
                var link = new Uri(s.Link!);
                Assert.Equal(($"/scan/{Scan}", ""), (link.AbsolutePath, link.Query));
                Assert.EndsWith($"\n{link.Fragment[1..]}", s.Tekst, StringComparison.Ordinal);
                Assert.DoesNotContain(link.Fragment[1..], s.Beschrijving, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Zonder_adres_is_er_geen_link_en_noemt_een_strookje_de_scan()
    {
        var strook = CodesDrukken.Blad(Scan, ["0123"], null, new(2026, 3, 20)).Blokken.Single(b => b.Stroken is not null).Stroken!.Single();

        Assert.Equal((null, $"Scan {Scan}\nUw eigen code:\n0123"), (strook.Link, strook.Tekst));
    }

    [Theory]
    [InlineData(Adres, true)]
    [InlineData($"http://localhost:5080/scan/{Scan}", true)]
    [InlineData("https://slim.example.nl/scan/scan-een-andere", false)]
    [InlineData($"{Adres}?code=0123", false)]
    [InlineData($"{Adres}#0123", false)]
    [InlineData($"https://slim.example.nl@elders.example/scan/{Scan}", false)]
    [InlineData($"javascript:alert(1)//scan/{Scan}", false)]
    [InlineData($"/scan/{Scan}", false)]
    public void Alleen_het_adres_van_deze_vragenlijst_wordt_gedrukt(string adres, bool mag) =>
        Assert.Equal(mag, CodesDrukken.IsVan(Scan, adres));
}
