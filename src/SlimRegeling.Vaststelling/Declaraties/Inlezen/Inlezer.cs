using System.Xml;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>What was read of a file: all its lines, or what is wrong by line and column and no line at all.</summary>
/// <param name="Meldingen">What the sender should know besides: an example or another sheet that was left out.</param>
public sealed record Ingelezen(IReadOnlyList<Kostenregel> Regels, IReadOnlyList<string> Meldingen, IReadOnlyList<Fout> Fouten);

/// <summary>
/// Reads lines of costs from a file on our template, CSV or XLSX; which of them follows from the content. It stores nothing, and takes nothing in
/// when anything is wrong.
/// </summary>
public static class Inlezer
{
    public const int HoogstensMb = 10;

    /// <param name="bestand">Can be read from any place; it stays open.</param>
    public static Ingelezen Lees(Stream bestand, string zaaknummer, CancellationToken ct = default)
    {
        var bevindingen = new Bevindingen();
        var regels = Probeer(bestand, zaaknummer, bevindingen, ct);
        return new(bevindingen.Geen ? regels : [], bevindingen.Meldingen, bevindingen.Fouten);
    }

    private static List<Kostenregel> Probeer(Stream bestand, string zaaknummer, Bevindingen bevindingen, CancellationToken ct)
    {
        try
        {
            return new Bladlezing(zaaknummer, bevindingen).Lees(Rijen(bestand, bevindingen), ct);
        }
        catch (Onleesbaar e) when (e.Rij is { } rij)
        {
            bevindingen.Tot(rij, e.Message);
        }
        catch (Onleesbaar e)
        {
            bevindingen.Bestand(e.Message);
        }
        // What the readers of ZIP and XML say of what is no ZIP, no XML or not all of it.
        catch (Exception e)
            when (e
                    is InvalidDataException
                        or XmlException
                        or IOException
                        or NotSupportedException
                        or ArgumentException
                        or OverflowException
            )
        {
            bevindingen.Bestand(Onleesbaar.Beschadigd().Message);
        }
        return [];
    }

    private static IEnumerable<Bladrij> Rijen(Stream bestand, Bevindingen bevindingen)
    {
        if (bestand.Length > HoogstensMb * 1024L * 1024)
        {
            throw Onleesbaar.TeGroot();
        }
        var kop = new byte[4];
        bestand.Position = 0;
        var lengte = bestand.ReadAtLeast(kop, kop.Length, throwOnEndOfStream: false);
        bestand.Position = 0;
        return kop.AsSpan(0, lengte) switch
        {
            [] => throw new Onleesbaar("Dit bestand is leeg."),
            [0xD0, 0xCF, 0x11, 0xE0] => throw new Onleesbaar(
                "Dit is een oud Excel-bestand (xls) of een bestand met een wachtwoord. Sla het zonder wachtwoord op als xlsx en lees het dan opnieuw in."
            ),
            [(byte)'P', (byte)'K', ..] => Xlsxmap.Rijen(bestand, bevindingen),
            _ => Csvblad.Rijen(bestand),
        };
    }
}
