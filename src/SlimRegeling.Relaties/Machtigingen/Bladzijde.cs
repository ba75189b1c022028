using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties.Machtigingen;

/// <summary>
/// A page of the machtigingen that one enterprise gave or received: an adviser can have thousands. The database finds and orders them, also
/// by the names beside the streams; only those of the page are read.
/// </summary>
/// <param name="Volgende">Where the next page begins; null on the last one.</param>
internal sealed record Bladzijde(IReadOnlyList<Machtiging> Machtigingen, string? Volgende)
{
    public const int Hoogste = 100;

    /// <summary>
    /// What is asked. By name when it is for someone who will use one of them; else what is over comes last, and of both the latest first.
    /// </summary>
    /// <param name="Gegeven">What the enterprise gave; otherwise what it received.</param>
    /// <param name="Na">The last place of the page before; nothing for the first page.</param>
    /// <param name="Zoek">A part of the name of the other enterprise, or the beginning of its KVK number; nothing for all.</param>
    /// <param name="Onderneming">KVK number of the only other enterprise that is meant; nothing for all.</param>
    /// <param name="Gebruiker">Pseudonym: only what this person can use now or later; null for all.</param>
    public sealed record Vraag(
        string KvkNummer,
        bool Gegeven,
        string? Na,
        int Aantal,
        LocalDate Vandaag,
        string? Zoek = null,
        string? Onderneming = null,
        string? Gebruiker = null
    );

    /// <summary>The last of a page. It stays where it was, also when that machtiging is over by the time the next page is asked.</summary>
    /// <param name="Voorbij">It stood among what is over.</param>
    /// <param name="Ander">KVK number of the other enterprise.</param>
    private sealed record Plek(bool Voorbij, string Ander)
    {
        private const string Achter = "-voorbij";

        /// <summary>Null when the text is no place.</summary>
        public static Plek? Lees(string tekst)
        {
            var voorbij = tekst.EndsWith(Achter, StringComparison.Ordinal);
            var ander = voorbij ? tekst[..^Achter.Length] : tekst;
            return ander.Length == 8 && ander.All(char.IsAsciiDigit) ? new(voorbij, ander) : null;
        }

        public override string ToString() => Voorbij ? $"{Ander}{Achter}" : Ander;
    }

    /// <summary>What is wrong with the places and the number with which both lists are asked.</summary>
    public static IEnumerable<Fout> Controleer(string? gegevenNa, string? ontvangenNa, int? aantal)
    {
        if (gegevenNa is { Length: > 0 } && Plek.Lees(gegevenNa) is null)
        {
            yield return new("gegevenNa", "Geef de waarde van 'gegevenVolgende' uit de vorige bladzijde.");
        }
        if (ontvangenNa is { Length: > 0 } && Plek.Lees(ontvangenNa) is null)
        {
            yield return new("ontvangenNa", "Geef de waarde van 'ontvangenVolgende' uit de vorige bladzijde.");
        }
        if (aantal is < 1 or > Hoogste)
        {
            yield return new("aantal", $"Vraag 1 tot en met {Hoogste} machtigingen per bladzijde.");
        }
    }

    /// <param name="vraag">Checked already.</param>
    public static async Task<Bladzijde> Lees(IDocumentSession sessie, Vraag vraag, CancellationToken ct)
    {
        var gevonden = await Vind(sessie, vraag, ct);
        var deze = gevonden.Take(vraag.Aantal).ToList();
        var gelezen = (await sessie.LoadManyAsync<Machtiging>(ct, deze.Select(g => g.Id))).ToDictionary(m => m.Id);
        return new([.. deze.Select(g => gelezen[g.Id])], gevonden.Count > vraag.Aantal ? deze[^1].Plek.ToString() : null);
    }

    /// <returns>One more than fits on the page, when there is one.</returns>
    private static async Task<List<(string Id, Plek Plek)>> Vind(IDocumentSession sessie, Vraag vraag, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand();
        var (eigen, ander) = vraag.Gegeven ? ("gever", "gemachtigde") : ("gemachtigde", "gever");
        var na = vraag.Na is { Length: > 0 } ? Plek.Lees(vraag.Na) : null;
        var sleutel = vraag.Gebruiker is null ? "-extract(epoch from op)" : "naam";
        var vorige = na is null ? "" : $"join alle v on v.ander = {Voeg(na.Ander)}";
        // Only what is asked: a condition that may be empty hides from the database by which index it finds few.
        string?[] voorwaarden =
        [
            na is null ? null : $"(a.voorbij, a.sleutel, a.ander) > ({Voeg(na.Voorbij)}, v.sleutel, v.ander)",
            OfNiets(vraag.Onderneming) is { } onderneming ? $"a.ander = {Voeg(onderneming)}" : null,
            OfNiets(vraag.Zoek) is { } zoek ? Past(Voeg(zoek)) : null,
            vraag.Gebruiker is { } gebruiker
                ? $"not a.voorbij and (a.personen = '[]' or a.personen @> to_jsonb({Voeg(gebruiker)}::text))"
                : null,
        ];
        opdracht.CommandText = $$"""
            with gevonden as (
              select m.id, m.data ->> '{{ander}}' as ander, m.data -> 'personen' as personen, (m.data ->> 'verleendOp')::timestamptz as op,
                m.data ->> 'beeindigdOp' is not null or coalesce((m.data ->> 'totEnMet')::date < {{Voeg(vraag.Vandaag)}}, false) as voorbij,
                lower(coalesce((i.data ->> 'json')::jsonb ->> '{{ander}}', '')) collate "C" as naam
              from relaties.mt_doc_machtiging m left join relaties.mt_doc_inhoud i on i.id = (m.data #>> '{namen,id}')::uuid
              where m.data ->> '{{eigen}}' = {{Voeg(vraag.KvkNummer)}}
            ), alle as (select *, {{sleutel}} as sleutel from gevonden)
            select a.id, a.voorbij, a.ander from alle a {{vorige}}
            where {{string.Join(" and ", voorwaarden.OfType<string>().DefaultIfEmpty("true"))}}
            order by a.voorbij, a.sleutel, a.ander limit {{Voeg(vraag.Aantal + 1)}}
            """;
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        var gevonden = new List<(string, Plek)>();
        while (await rij.ReadAsync(ct))
        {
            gevonden.Add((rij.GetString(0), new Plek(rij.GetBoolean(1), rij.GetString(2))));
        }
        return gevonden;

        // Where it stands in the text.
        string Voeg(object waarde)
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde });
            return $"${opdracht.Parameters.Count}";
        }
    }

    private static string Past(string zoek) => $"(strpos(a.naam, lower({zoek})) > 0 or starts_with(a.ander, {zoek}))";

    private static string? OfNiets(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}
