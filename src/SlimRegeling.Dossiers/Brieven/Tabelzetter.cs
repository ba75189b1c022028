using Tag = PdfSharp.UniversalAccessibility.PdfBlockLevelElementTag;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>
/// Sets a table: header cells with scope, rows whole on one page, the header repeated (outside the tree) on each next one. A row higher than
/// a page goes on in a row below it.
/// </summary>
internal sealed class Tabelzetter
{
    private const double Tussenruimte = 10;
    private const double Lucht = 3;

    /// <summary>Keeps a text that fits exactly from being broken by the last bit of a sum.</summary>
    private const double Speling = 0.01;
    private static readonly Letter Gewoon = new(9);
    private static readonly Letter Vet = new(9, Vet: true);
    private readonly Bladen bladen;
    private readonly string[] koppen;
    private readonly string[][] rijen;
    private readonly double[] breedtes;
    private readonly bool[] rechts;

    public Tabelzetter(Bladen bladen, Tabel tabel)
    {
        if (tabel.Koppen.Count == 0 || tabel.Rijen.Any(x => x.Count != tabel.Koppen.Count))
            throw new ArgumentException("A table needs headers, and each row a cell for every header.", nameof(tabel));
        this.bladen = bladen;
        koppen = [.. tabel.Koppen];
        rijen = [.. tabel.Rijen.Select(rij => rij.ToArray())];
        rechts = [.. koppen.Select((_, kolom) => rijen.Length > 0 && rijen.All(rij => IsGetal(rij[kolom])))];
        breedtes = Verdeel();
    }

    public void Zet()
    {
        var kop = Breek(koppen, Vet);
        var delen = rijen.SelectMany(x => Delen(Breek(x, Gewoon), Math.Max(1, Bladen.RegelsPerBlad - Regels(kop) - 2))).ToList();
        bladen.Zorg(Hoogte(kop) + delen.Take(1).Sum(Hoogte));
        bladen.Begin(Tag.Table);
        bladen.Begin(Tag.TableHeadRowGroup);
        Rij(kop, Vet, Tag.TableHeaderCell);
        bladen.Einde();
        bladen.Begin(Tag.TableBodyRowGroup);
        foreach (var rij in delen)
        {
            if (bladen.Zorg(Hoogte(rij)))
                Rij(kop, Vet, cel: null);
            Rij(rij, Gewoon, Tag.TableDataCell);
        }

        bladen.Einde();
        bladen.Einde();
    }

    /// <param name="cel">Null draws the row as decoration: the same header again.</param>
    private void Rij(List<string>[] cellen, Letter letter, Tag? cel)
    {
        if (cel is null)
            bladen.BeginVersiering();
        else
            bladen.Begin(Tag.TableRow);
        for (var kolom = 0; kolom < cellen.Length; kolom++)
        {
            if (cel is { } soort)
                bladen.Begin(soort);
            if (cel is Tag.TableHeaderCell)
                bladen.IsKolomkop();
            Cel(cellen[kolom], letter, kolom);
            if (cel is not null)
                bladen.Einde();
        }

        bladen.Einde();
        bladen.Verder(Hoogte(cellen) - Lucht);
        bladen.Lijn(cel is Tag.TableDataCell ? 0.3 : 0.9);
        bladen.Verder(Lucht);
    }

    private void Cel(List<string> regels, Letter letter, int kolom)
    {
        var links = Bladen.Links + breedtes.Take(kolom).Sum();
        var ruimte = breedtes[kolom] - (kolom == breedtes.Length - 1 ? 0 : Tussenruimte);
        for (var i = 0; i < regels.Count; i++)
        {
            var inspringing = rechts[kolom] ? ruimte - Lettertype.Breedte(regels[i], letter) : 0;
            bladen.Tekst(regels[i], letter, links + inspringing, i * Bladen.Regelhoogte);
        }
    }

    /// <summary>Each column what its widest text asks; when that is too much, what is over a fair share is cut in proportion.</summary>
    private double[] Verdeel()
    {
        var gevraagd = koppen
            .Select(
                (kop, kolom) =>
                    Tussenruimte + Math.Max(Breedste(kop, Vet), rijen.Select(rij => Breedste(rij[kolom], Gewoon)).DefaultIfEmpty(0).Max())
            )
            .ToArray();
        var tekort = gevraagd.Sum() - Bladen.Breedte;
        if (tekort <= 0)
        {
            gevraagd[0] -= tekort;
            return gevraagd;
        }

        var deel = Bladen.Breedte / koppen.Length;
        var boven = gevraagd.Sum(x => Math.Max(0, x - deel));
        return [.. gevraagd.Select(x => x - (tekort * Math.Max(0, x - deel) / boven))];
    }

    private static double Breedste(string tekst, Letter letter) => tekst.Split('\n').Max(x => Lettertype.Breedte(x, letter));

    private List<string>[] Breek(string[] cellen, Letter letter) =>
        [
            .. cellen.Select(
                (tekst, kolom) => Afbreking.Regels(tekst, breedtes[kolom] - Tussenruimte + Speling, x => Lettertype.Breedte(x, letter))
            ),
        ];

    private static IEnumerable<List<string>[]> Delen(List<string>[] rij, int hoogste)
    {
        for (var vanaf = 0; vanaf < Regels(rij); vanaf += hoogste)
            yield return [.. rij.Select(cel => cel.Skip(vanaf).Take(hoogste).ToList())];
    }

    private static int Regels(List<string>[] rij) => rij.Max(x => x.Count);

    private static double Hoogte(List<string>[] rij) => (Regels(rij) * Bladen.Regelhoogte) + (2 * Lucht);

    private static bool IsGetal(string tekst) =>
        tekst.Any(char.IsAsciiDigit) && tekst.All(x => char.IsAsciiDigit(x) || "€%.,-− ".Contains(x, StringComparison.Ordinal));
}
