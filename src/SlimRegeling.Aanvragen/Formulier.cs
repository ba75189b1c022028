using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>The application as the applicant writes it. Parts, and fields of them, may be absent while it is a draft; money in euro, hours and fte as numbers.</summary>
/// <param name="Onderneming">Of a single applicant; a partnership has Partijen instead.</param>
public sealed record Formulier(
    Ondernemingsgegevens? Onderneming = null,
    IReadOnlyList<Activiteitgegevens>? Activiteiten = null,
    Activiteitenplan? Plan = null,
    Verklaringen? Verklaringen = null,
    Rekening? Rekening = null,
    [property: Description("De partijen van een samenwerkingsverband, met één hoofdaanvrager: de onderneming die aanvraagt.")]
        IReadOnlyList<Partijgegevens>? Partijen = null
)
{
    /// <summary>The kinds of activity, each once.</summary>
    public IReadOnlyList<string> Soorten(IReadOnlyList<Activiteitgegevens>? begroting = null) =>
        [.. (begroting ?? Activiteiten ?? []).Select(a => a.Soort).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What the rules look at; the form must be complete.</summary>
    public Plan Regelplan(string aanvragertype, IReadOnlyList<Activiteitgegevens>? begroting = null)
    {
        IReadOnlyList<Activiteit> activiteiten = [.. (begroting ?? Activiteiten ?? []).Select(a => a.Regelactiviteit())];
        if (aanvragertype == Aanvragertype.Samenwerkingsverband)
        {
            return Regels.Plan.Voor([.. (Partijen ?? []).Select(p => p.Regeldeelnemer())], activiteiten);
        }
        var onderneming = Onderneming ?? throw new InvalidOperationException("The form has no enterprise.");
        return new Plan(aanvragertype, onderneming.Regelonderneming(), activiteiten);
    }

    /// <summary>
    /// KVK numbers of whoever may ask once in a window (2.8, fourth paragraph): the applicant, or the mkb-ondernemingen of a partnership. The
    /// other kinds of party may take part in several, also as hoofdaanvrager.
    /// </summary>
    public IReadOnlyList<string> Gebonden(string aanvragertype, string aanvrager) =>
        aanvragertype == Aanvragertype.Samenwerkingsverband
            ? [.. (Partijen ?? []).Where(p => p.IsMkb).Select(p => p.KvkNummer).Order(StringComparer.Ordinal)]
            : [aanvrager];

    /// <summary>KVK numbers of the enterprises that those declare to be linked to.</summary>
    public IReadOnlyList<string> Verbonden(Regelversie versie, string aanvragertype) =>
        [
            .. (
                aanvragertype == Aanvragertype.Samenwerkingsverband
                    ? (Partijen ?? []).Where(p => p.IsMkb).SelectMany(p => p.VerbondenMet ?? [])
                    : Onderneming?.Verbonden(versie) ?? []
            )
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Of a partnership: those, by the KVK number of the party that declares it. Null when there are none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? VerbondenPerPartij(string aanvragertype) =>
        aanvragertype == Aanvragertype.Samenwerkingsverband
        && (Partijen ?? []).Where(p => p is { IsMkb: true, VerbondenMet.Count: > 0 }).ToList() is { Count: > 0 } partijen
            ? new SortedDictionary<string, IReadOnlyList<string>>(
                partijen.ToDictionary(p => p.KvkNummer, p => p.VerbondenMet!),
                StringComparer.Ordinal
            )
            : null;

    /// <summary>To whom who is linked that was not told at receipt, by KVK number of who is; null when nothing is new.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? LaterVerbonden(Regelversie versie, AanvraagIngediend ingediend)
    {
        var nu =
            ingediend.Aanvragertype == Aanvragertype.Samenwerkingsverband
                ? VerbondenPerPartij(ingediend.Aanvragertype)
                : new Dictionary<string, IReadOnlyList<string>> { [ingediend.KvkNummer] = Verbonden(versie, ingediend.Aanvragertype) };
        var later = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (partij, met) in nu ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            // Of one party, and of a partnership from before it was told which party is linked, there are only the numbers.
            var bekend = ingediend.VerbondenPerPartij is { } perPartij
                ? perPartij.GetValueOrDefault(partij, [])
                : ingediend.Verbonden ?? [];
            if (met.Except(bekend).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } nieuw)
            {
                later[partij] = nieuw;
            }
        }
        return later.Count > 0 ? later : null;
    }

    /// <summary>Codes of the declarations of 2.8, second paragraph, that the rules require and that nobody, or not everybody, made.</summary>
    public IReadOnlyList<string> Ontbreekt(Regelversie versie, string aanvragertype) =>
        [.. Ontbrekend(versie, aanvragertype).Select(o => o.Document).Distinct()];

    /// <summary>The same, each with who did not make it.</summary>
    public IReadOnlyList<OntbrekendeVerklaring> Ontbrekend(Regelversie versie, string aanvragertype)
    {
        IReadOnlyList<(int? Rij, Partijverklaringen Verklaard, bool IsMkb)> ieder =
            aanvragertype == Aanvragertype.Samenwerkingsverband
                ? [.. (Partijen ?? []).Select((p, rij) => ((int?)rij, Van(p), p.IsMkb))]
                : [(null, new Partijverklaringen(Verklaringen?.Mkb, Verklaringen?.DeMinimis), IsMkb: true)];
        return
        [
            .. from document in Documenten.Vereist(versie, aanvragertype, metIntermediair: false)
            from wie in ieder
            where
                document.Code switch
                {
                    Documentcode.DeMinimisverklaring => wie.Verklaard.DeMinimis is null,
                    Documentcode.MkbVerklaring => wie.IsMkb && wie.Verklaard.Mkb != true,
                    _ => false,
                }
            select new OntbrekendeVerklaring(document.Code, wie.Rij),
        ];
    }

    /// <summary>The de-minimis aid that each declared, by KVK number; null of who did not yet.</summary>
    public IReadOnlyDictionary<string, DeMinimisverklaring?> DeMinimis(string aanvragertype, string aanvrager) =>
        aanvragertype == Aanvragertype.Samenwerkingsverband
            ? (Partijen ?? []).ToDictionary(p => p.KvkNummer, p => Van(p).DeMinimis)
            : new Dictionary<string, DeMinimisverklaring?> { [aanvrager] = Verklaringen?.DeMinimis };

    /// <summary>What a party declared; of the hoofdaanvrager the declarations of the form itself when it made none as a party.</summary>
    public Partijverklaringen Van(Partijgegevens partij) =>
        partij.Verklaringen
        ?? (
            partij.Rol == Deelnemergegevens.Hoofdaanvrager
                ? new Partijverklaringen(Verklaringen?.Mkb, Verklaringen?.DeMinimis)
                : new Partijverklaringen()
        );
}

/// <param name="Rij">Which of the parties of a partnership did not make it; null of a single applicant.</param>
public sealed record OntbrekendeVerklaring(string Document, int? Rij);

public sealed record Ondernemingsgegevens(
    [property: JsonConverter(typeof(AantalConverter))] decimal? WerkzamePersonen = null,
    decimal? Jaaromzet = null,
    decimal? Balanstotaal = null,
    IReadOnlyList<string>? SbiCodes = null,
    string? Naam = null,
    [property: Description("Ondernemingen waarmee de onderneming een band heeft van 25% of meer; hun omvang telt mee (mkb-verklaring).")]
        IReadOnlyList<Verbandgegevens>? VerbondenOndernemingen = null,
    [property: Description("KVK-nummers van ondernemingen waarmee de onderneming verbonden is (meer dan 50%).")]
    [property: Voorbeeld("[\"44444444\"]")]
        IReadOnlyList<string>? VerbondenMet = null
)
{
    public Onderneming Regelonderneming() =>
        new(WerkzamePersonen ?? 0m, Jaaromzet ?? 0m, Balanstotaal ?? 0m, SbiCodes ?? [])
        {
            Gelieerd = [.. (VerbondenOndernemingen ?? []).Select(b => b.Regelband())],
        };

    /// <summary>KVK numbers of the enterprises with which it is linked, wherever they were written.</summary>
    public IEnumerable<string> Verbonden(Regelversie versie) =>
        (VerbondenMet ?? []).Concat(
            (VerbondenOndernemingen ?? []).Where(b => b.Regelband().IsVerbonden(versie)).Select(b => b.KvkNummer).OfType<string>()
        );
}

public sealed record Activiteitenplan(string? Doelen = null, string? Aanpak = null, string? Resultaten = null, string? Evaluatie = null);

/// <param name="Mkb">The mkb-verklaring (2.8, second paragraph); not of a grootbedrijf. What is absent here can be completed later.</param>
/// <param name="Waarheid">The applicant declares that all is filled in truthfully.</param>
public sealed record Verklaringen(bool? Mkb = null, DeMinimisverklaring? DeMinimis = null, bool Waarheid = false);

/// <param name="Bedrag">De-minimis aid of the past three years, in euro; only when it was received.</param>
public sealed record DeMinimisverklaring(Steunsoort Soort, decimal? Bedrag = null);

public enum Steunsoort
{
    Geen,
    Ontvangen,
}

public sealed record Rekening(string Iban);
