using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SlimRegeling.Leercultuurscans.Gegevens;

namespace SlimRegeling.Leercultuurscans.Instrumenten;

/// <summary>Reads the file of an instrument, and refuses one with a hole: every line with what is wrong on it.</summary>
public static partial class Instrumentlezer
{
    private const int MinsteVragen = 2;

    private static readonly IReadOnlyList<string> Bevestiging = ["bevestigd", "onbevestigd"];

    /// <param name="bestand">Its name, for who reads the mistakes.</param>
    /// <exception cref="Gegevensfout">Something is absent, unknown or contradicts the rest.</exception>
    public static Instrument Lees(string bestand, byte[] utf8)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(utf8));
        return Gegevenslezer.Lees(bestand, utf8, (lezer, buitenste) => LeesInstrument(lezer, buitenste) with { Hash = hash });
    }

    private static Instrument LeesInstrument(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(v, "id", "reeks", "versie", "naam", "bron", "licentie", "onderbouwing", "validatie", "schaal", "onderdelen");
        var (id, reeks, versie) = (lezer.Tekst(v, "id"), lezer.Tekst(v, "reeks"), lezer.Geheel(v, "versie", 1, 999));
        if (id.Length > 0 && id != $"{reeks}-{versie}")
        {
            lezer.Fout(v.Velden["id"], $"'id' is '{id}', en reeks en versie samen zijn '{reeks}-{versie}'");
        }
        if (reeks.Length > 0 && !Reeksvorm().IsMatch(reeks))
        {
            lezer.Fout(v.Velden["reeks"], "'reeks' bestaat uit kleine letters, cijfers en streepjes");
        }
        var instrument = new Instrument(
            id,
            reeks,
            versie,
            LeesTweetalig(lezer, lezer.Deel(v, "naam")),
            lezer.Tekst(v, "bron"),
            lezer.Tekst(v, "licentie"),
            lezer.Tekst(v, "onderbouwing"),
            LeesValidatie(lezer, lezer.Deel(v, "validatie")),
            LeesHoofdschaal(lezer, lezer.Deel(v, "schaal")),
            [.. lezer.Delen(v, "onderdelen").Select(o => LeesOnderdeel(lezer, o))]
        );
        Geheel(lezer, v, instrument);
        return instrument;
    }

    /// <summary>What no part of it shows alone.</summary>
    private static void Geheel(Gegevenslezer lezer, Voorwerp v, Instrument instrument)
    {
        var waar = v.Velden.GetValueOrDefault("onderdelen", v);
        var codes = instrument.Onderdelen.Select(o => o.Code).ToList();
        foreach (var dubbel in codes.GroupBy(c => c).Where(g => g.Count() > 1))
        {
            lezer.Fout(waar, $"onderdeel '{dubbel.Key}' staat er twee keer");
        }
        if (instrument.Reeks == Instrumentboek.Kernreeks ? !codes.SequenceEqual(Dimensies.Kern) : codes.Intersect(Dimensies.Codes).Any())
        {
            lezer.Fout(
                waar,
                instrument.Reeks == Instrumentboek.Kernreeks
                    ? $"de kernvragen hebben precies de onderdelen {string.Join(", ", Dimensies.Kern)}"
                    : "een onderdeel heet niet zoals een dimensie: die codes zijn van de kernvragen"
            );
        }
        if (instrument.Reeks == Instrumentboek.Kernreeks && instrument.Onderdelen.Any(o => o.Schaal is not null || o.AlleenMensen))
        {
            lezer.Fout(waar, "de kernvragen hebben één schaal en zijn ook voor de leiding: daarop wordt vergeleken");
        }
    }

    private static Validatie LeesValidatie(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(v, "status", "toelichting", "bedrijven", "personen", "jaar");
        return new(
            lezer.Keuze(v, "status", Validatie.Statussen),
            lezer.Tekst(v, "toelichting"),
            v.Velden.ContainsKey("bedrijven") ? lezer.Geheel(v, "bedrijven", 0, 1_000_000) : null,
            v.Velden.ContainsKey("personen") ? lezer.Geheel(v, "personen", 0, 10_000_000) : null,
            v.Velden.ContainsKey("jaar") ? lezer.Geheel(v, "jaar", 1900, 2100) : null
        );
    }

    // A report shows shares and bands of it, which are of five steps; a part that counts something has words of its own.
    private static Schaal LeesHoofdschaal(Gegevenslezer lezer, Voorwerp v)
    {
        var schaal = LeesSchaal(lezer, v);
        if (schaal is not { Laagste: 1, Hoogste: 5 })
        {
            lezer.Fout(v, "de schaal van een instrument loopt van 1 tot en met 5; een onderdeel kan een eigen schaal hebben");
        }
        return schaal;
    }

    private static Schaal LeesSchaal(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(v, "laagste", "hoogste", "antwoorden");
        var (laagste, hoogste) = (lezer.Geheel(v, "laagste", 0, 10), lezer.Geheel(v, "hoogste", 1, 10));
        IReadOnlyList<Tweetalig> antwoorden = [.. lezer.Delen(v, "antwoorden").Select(a => LeesTweetalig(lezer, a))];
        if (hoogste <= laagste)
        {
            lezer.Fout(v, $"'hoogste' ({hoogste}) ligt niet boven 'laagste' ({laagste})");
        }
        else if (antwoorden.Count != hoogste - laagste + 1)
        {
            lezer.Fout(v, $"van {laagste} tot en met {hoogste} zijn {hoogste - laagste + 1} antwoorden; er staan er {antwoorden.Count}");
        }
        return new(laagste, hoogste, antwoorden);
    }

    private static Onderdeel LeesOnderdeel(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(v, "code", "naam", "status", "vragen", "dimensies", "schaal", "alleenMensen");
        var code = lezer.Tekst(v, "code");
        if (code.Length > 0 && !Codevorm().IsMatch(code))
        {
            lezer.Fout(v.Velden["code"], "'code' is een hoofdletter of enkele, en dan een nummer: B1");
        }
        var vragen = lezer.Delen(v, "vragen").Select(vraag => LeesVraag(lezer, vraag)).ToList();
        if (vragen.Count is > 0 and < MinsteVragen)
        {
            lezer.Fout(v.Velden["vragen"], $"met minder dan {MinsteVragen} vragen is onderdeel '{code}' niet te meten");
        }
        IReadOnlyList<Afbeelding> dimensies = [.. lezer.Delen(v, "dimensies").Select(d => LeesAfbeelding(lezer, d))];
        if (dimensies.Select(d => d.Dimensie).Distinct().Count() < dimensies.Count)
        {
            lezer.Fout(v.Velden["dimensies"], "een dimensie staat er twee keer");
        }
        return new(
            code,
            LeesTweetalig(lezer, lezer.Deel(v, "naam")),
            lezer.Keuze(v, "status", Bevestiging),
            vragen,
            dimensies,
            v.Velden.ContainsKey("schaal") ? LeesSchaal(lezer, lezer.Deel(v, "schaal")) : null,
            lezer.JaOfNee(v, "alleenMensen", anders: false)
        );
    }

    private static Vraag LeesVraag(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(v, "nl", "en", "omgekeerd");
        return new(lezer.Tekst(v, "nl"), lezer.Tekst(v, "en"), lezer.JaOfNee(v, "omgekeerd", anders: false));
    }

    private static Afbeelding LeesAfbeelding(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(v, "dimensie", "gewicht", "status", "bron");
        var gewicht = lezer.Getal(v, "gewicht", 0.5m, 1m);
        if (gewicht is not (0.5m or 1m))
        {
            lezer.Fout(v, "'gewicht' is 1 (geheel) of 0.5 (deels)");
        }
        return new(lezer.Keuze(v, "dimensie", Dimensies.Codes), gewicht, lezer.Keuze(v, "status", Bevestiging), lezer.Tekst(v, "bron"));
    }

    private static Tweetalig LeesTweetalig(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(v, "nl", "en");
        return new(lezer.Tekst(v, "nl"), lezer.Tekst(v, "en"));
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*\z")]
    private static partial Regex Reeksvorm();

    [GeneratedRegex(@"\A[A-Z]{1,3}[0-9]{1,2}\z")]
    private static partial Regex Codevorm();
}
