using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Vaststelling.Declaraties;

namespace SlimRegeling.Vaststelling;

/// <summary>What who signs names: they signed this text and no other.</summary>
internal static class Voorstelhash
{
    /// <summary>
    /// Lower-case hexadecimal SHA-256 over what is signed, one field a line; of a first settlement without the lines for an earlier one, and of one that
    /// nobody asked for without those of what it was asked on. The hash of the arguments is over the judgments of every line. One that was to be asked has
    /// lines for what was established without that, one of which something was done for a part lines for what counts of it, and one of which something
    /// was taken off a line for that.
    /// </summary>
    public static string Van(
        string zaaknummer,
        Verantwoording verantwoording,
        decimal bedrag,
        IReadOnlyList<string> uitgevoerd,
        IReadOnlyList<string> niet,
        Verwijzing argumenten,
        string wie,
        Instant nu,
        Afrekening? afrekening = null,
        ZonderVerzoek? zonder = null,
        Gedeeltelijk? gedeeltelijk = null,
        Steekproefgrond? steekproef = null,
        Verlaging? verlaging = null
    )
    {
        var (opening, heropening) = (verantwoording.Opening!, verantwoording.Heropening);
        string[] regels =
        [
            $"zaaknummer {zaaknummer}",
            $"kvk-nummer {opening.KvkNummer}",
            $"regelversie {opening.Regelversie}",
            $"verleend {opening.Besluit} {Bedrag(opening.Verleend)}",
            $"voorschot {Bedrag(opening.Voorschot)}",
            $"vastgesteld {Bedrag(bedrag)}",
            $"uitgevoerd {string.Join(' ', uitgevoerd)}",
            $"niet-uitgevoerd {string.Join(' ', niet)}",
            $"argumenten {argumenten.Hash}",
            $"beoordelaar {wie}",
            $"beoordeeld-op {InstantPattern.ExtendedIso.Format(nu)}",
            .. heropening is { } na ? [$"vervangt {na.Vervangt}", $"bezwaarbesluit {na.Besluit}"] : Array.Empty<string>(),
            .. afrekening is null ? [] : Regels(afrekening),
            .. zonder is null ? [] : Regels(zonder),
            .. gedeeltelijk is null ? [] : Regels(gedeeltelijk),
            .. steekproef is null ? Array.Empty<string>() : [$"steekproeflijst {steekproef.Lijst ?? "-"}"],
            .. verlaging is null ? Array.Empty<string>() : [$"verlaging {verlaging.Grond} {Bedrag(verlaging.Bedrag)}"],
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', regels))));
    }

    private static string[] Regels(Afrekening afrekening) =>
        [
            $"declaratie {afrekening.Declaratie.Hash}",
            $"gevraagd {Bedrag(afrekening.Gevraagd)}",
            .. afrekening.Aanvaard.Select(a =>
                $"aanvaard {a.Activiteit} {a.Partij ?? "-"} {Bedrag(a.Kosten)} {a.Trajecten.ToString(CultureInfo.InvariantCulture)} {Bedrag(a.Weken)}"
            ),
            $"subsidiabele-kosten {Bedrag(afrekening.SubsidiabeleKosten)}",
            $"berekend {Bedrag(afrekening.Berekend)}",
            $"realisatie {afrekening.Realisatie}",
            $"nihil {Keuze(afrekening.Nihil)}",
            .. (afrekening.Sectoren ?? new Dictionary<string, string>())
                .OrderBy(s => s.Key, StringComparer.Ordinal)
                .Select(s => $"sector {s.Key} {s.Value}"),
            .. afrekening.Controleverklaring is { } aanvaard
                ? [$"controleverklaring {(aanvaard ? Regeluitkomst.Aanvaard : Regeluitkomst.Afgewezen)}"]
                : Array.Empty<string>(),
            .. afrekening.Bijdragen is { } bijdragen ? [$"bijdragen-van-derden {Bedrag(bijdragen)}"] : Array.Empty<string>(),
            .. (afrekening.BijdragenPerPartij ?? new Dictionary<string, decimal>())
                .OrderBy(b => b.Key, StringComparer.Ordinal)
                .Select(b => $"bijdragen-van-derden {b.Key} {Bedrag(b.Value)}"),
        ];

    private static string[] Regels(ZonderVerzoek zonder) =>
        [
            $"zonder-verzoek-na {LocalDatePattern.Iso.Format(zonder.Termijn)}",
            .. zonder.PerActiviteit.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"staat-vast {a.Key} {Bedrag(a.Value)}"),
        ];

    private static string[] Regels(Gedeeltelijk gedeeltelijk) =>
        [
            .. gedeeltelijk
                .PerActiviteit.OrderBy(a => a.Key, StringComparer.Ordinal)
                .Select(a => $"deels {a.Key} {Bedrag(a.Value)} {Aantal(gedeeltelijk, a.Key)}"),
        ];

    private static string Aantal(Gedeeltelijk gedeeltelijk, string activiteit) =>
        gedeeltelijk.Aantallen.TryGetValue(activiteit, out var aantal) ? aantal.ToString(CultureInfo.InvariantCulture) : "-";

    private static string Keuze(bool? nihil) =>
        nihil switch
        {
            true => "nul",
            false => "lager",
            null => "-",
        };

    private static string Bedrag(decimal bedrag) => bedrag.ToString("0.00", CultureInfo.InvariantCulture);
}
