using System.Globalization;
using System.Text.Json;
using SlimRegeling.Web.Api.Relaties;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Vaststellen;

/// <summary>The de-minimis aid of an enterprise, as it is known today; amounts in euro.</summary>
/// <param name="Plafond">That of its sector.</param>
public sealed record Steunruimtebeeld(string KvkNummer, decimal Plafond, decimal Meegeteld, decimal Beschikbaar, string Artikel);

/// <summary>
/// What is asked before a change of the parties is granted: that it still is a partnership, and of those that receive more what is needed of them, filled in
/// with what is known of their aid.
/// </summary>
internal static class Toetredingsvelden
{
    /// <param name="groeit">Who receives more; null when nobody does.</param>
    /// <param name="samenstelling">Null when no party leaves or joins.</param>
    /// <param name="wanneer">When it is filled in, as a sentence.</param>
    public static IEnumerable<Stapveld> Van(
        IReadOnlyList<Wijzigingsdeel>? groeit,
        IReadOnlyDictionary<string, Steunruimtebeeld>? steun,
        Samenstellingsvraag? samenstelling,
        string wanneer = "Alleen als u toewijst."
    )
    {
        if (samenstelling is not null)
        {
            yield return new(
                "samenstelling",
                samenstelling.Vraag,
                Veldvorm.JaNee,
                Hulp: $"Anders is het geen samenwerkingsverband meer (artikel {samenstelling.Artikel}). {wanneer}",
                MagLeeg: true
            );
        }
        if (groeit is not { Count: > 0 })
        {
            yield break;
        }
        var wie = string.Join(", ", groeit.Select(g => g.Code));
        yield return new(
            "deMinimisverklaring",
            "Is er een de-minimisverklaring?",
            Veldvorm.JaNee,
            Hulp: $"Van elke partij die meer krijgt (artikel 2.8): KVK {wie}. {wanneer}",
            MagLeeg: true
        );
        yield return new(
            "mkbverklaring",
            "Is er een mkb-verklaring?",
            Veldvorm.Keuze,
            Hulp: $"Van KVK {wie} (artikel 2.8). {wanneer}",
            Keuzes: [("aanwezig", "Ja"), ("geen-mkb-onderneming", "Niet nodig: het is geen mkb-onderneming")],
            MagLeeg: true
        );
        foreach (var deel in groeit)
        {
            var bekend = steun?.GetValueOrDefault(deel.Code);
            yield return new(
                $"steunruimte.{deel.Code}",
                $"Hoeveel steun kan KVK {deel.Code} nog krijgen?",
                Veldvorm.Bedrag,
                Hulp: bekend is null
                    ? $"Er komt {Weergave.Bedrag(deel.Bedrag)} bij. De ruimte is hier niet bekend: laat dit leeg als u haar niet weet."
                    : $"Er komt {Weergave.Bedrag(deel.Bedrag)} bij. Het plafond van de sector is {Weergave.Bedrag(bekend.Plafond)}, en daarvan telt {Weergave.Bedrag(bekend.Meegeteld)} al mee (artikel {bekend.Artikel}).",
                MagLeeg: true,
                Nu: bekend?.Beschikbaar.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',')
            );
        }
    }

    /// <summary>Of who would receive more, as far as the aid is known; only who assesses reads it.</summary>
    public static async Task<IReadOnlyDictionary<string, Steunruimtebeeld>> Steun(
        RelatiesApi relaties,
        IEnumerable<string> partijen,
        CancellationToken ct
    )
    {
        var steun = new Dictionary<string, Steunruimtebeeld>(StringComparer.Ordinal);
        foreach (var partij in partijen.Distinct())
        {
            if ((await relaties.Steun(partij, ct)).Deserialize<Steunruimtebeeld>(Platform.Stromen.Json.Opties) is { } bekend)
            {
                steun.Add(partij, bekend);
            }
        }
        return steun;
    }
}
