using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers;

/// <summary>Writes a letter as it would be when it were sent today, also when its address is not known yet.</summary>
public sealed class Voorbeeldbrief(Stroom<Geadresseerde> geadresseerden, Adresboek adressen, Opmaken opmaken, Moment moment)
{
    private static readonly Adres Onbekend = new("(naam nog niet bekend)", "(adres nog niet bekend)", "", "");

    /// <param name="tekst">Why something is meant to be withdrawn, when its owner does not keep that yet; null: what it is about is asked.</param>
    /// <exception cref="HttpRequestException">Relaties, or who knows why it was decided so, does not answer now; later it may.</exception>
    /// <exception cref="InvalidDataException">The address, or the reasons, are not (any more) what was told of.</exception>
    public async Task<Briefvoorbeeld.Beeld> Van(Briefopdracht opdracht, Intrekkingstekst? tekst, CancellationToken ct)
    {
        var gegevens = (await geadresseerden.Lees(opdracht.KvkNummer, ct))?.Gegevens;
        var adres = gegevens is null ? Onbekend : await adressen.Van(opdracht.KvkNummer, gegevens, ct);
        var brief = tekst is null
            ? await opmaken.Stel(opdracht, adres, moment.Vandaag, ct)
            : await opmaken.Stel(opdracht, tekst, adres, moment.Vandaag, ct);
        return Briefvoorbeeld.Van(opdracht, brief.Inhoud, gegevens is not null, brief.Sjabloon.Tekst.Hash);
    }
}
