using JasperFx;
using JasperFx.Events;
using Npgsql;

namespace SlimRegeling.Platform.Api;

/// <summary>Recognises that two transactions met, so that the later one is decided again on the new state.</summary>
internal static class Botsing
{
    public enum Soort
    {
        Voorbijgaand,

        /// <summary>A constraint of the tables was hit; deciding again gives the same unless the first answer was kept.</summary>
        Blijvend,
    }

    public static Soort? Herken(Exception e) =>
        e switch
        {
            ConcurrencyException or EventStreamUnexpectedMaxEventIdException or Marten.Exceptions.ExistingStreamIdCollisionException =>
                Soort.Voorbijgaand,
            PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } =>
                Soort.Voorbijgaand,
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: { } naam } => naam.StartsWith(
                "mt_",
                StringComparison.Ordinal
            ) || naam.StartsWith("pk_mt_", StringComparison.Ordinal)
                ? Soort.Voorbijgaand
                : Soort.Blijvend,
            { InnerException: { } binnen } => Herken(binnen),
            _ => null,
        };
}
